package org.example.hello;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.thogits.auth.AuthService;
import com.thogits.auth.http.AuthHandler;
import com.thogits.auth.http.HardenedHttpServer;
import com.thogits.auth.http.SessionAuthenticator;
import com.thogits.auth.memory.MemoryStores;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The sign-in endpoints on the JDK's own server, and one route for signed-in users. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    start(8080);
  }

  static HttpServer start(int port) throws IOException {
    AuthService auth = MemoryStores.authService().build();
    HttpServer server = HardenedHttpServer.create(new InetSocketAddress("localhost", port));
    server.createContext("/api/auth", new AuthHandler(auth));
    server
        .createContext("/api/hello", Main::hello)
        .setAuthenticator(new SessionAuthenticator(auth));
    server.start();
    return server;
  }

  private static void hello(HttpExchange exchange) throws IOException {
    String email = SessionAuthenticator.user(exchange).email();
    byte[] body = ("Hello, " + email + "\n").getBytes(UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
