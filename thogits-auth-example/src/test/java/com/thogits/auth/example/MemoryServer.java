package com.thogits.auth.example;

import com.sun.net.httpserver.HttpServer;
import com.thogits.auth.AuthService;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.http.AuthHandler;
import com.thogits.auth.http.HardenedHttpServer;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;

/** The endpoints over the stores in memory: what is left of a request without a database. */
final class MemoryServer {
  private MemoryServer() {}

  public static void main(String[] arguments) throws IOException {
    AuthService auth =
        AuthService.builder(
                new MemoryUserStore(),
                new MemorySessionStore(),
                new MemoryAttemptStore(),
                KeyRing.generate(new SecureRandom()))
            .build();
    HttpServer server = HardenedHttpServer.create(new InetSocketAddress("localhost", 0));
    server.createContext("/api/auth", new AuthHandler(auth));
    server.start();
    System.out.println("Listening on http://localhost:" + server.getAddress().getPort() + "/");
  }
}
