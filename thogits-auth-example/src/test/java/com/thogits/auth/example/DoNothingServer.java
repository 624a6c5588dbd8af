package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.thogits.auth.http.HardenedHttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** The limit: the library's server with a handler that answers what it was told, and no more. */
final class DoNothingServer {
  private final Map<String, String> headers;
  private final byte[] body;

  private DoNothingServer(RecordedAnswer answer) {
    this.headers = answer.headers();
    this.body = answer.body().getBytes(UTF_8);
  }

  /** Takes the file of a {@link RecordedAnswer}. */
  public static void main(String[] arguments) throws IOException {
    RecordedAnswer answer = RecordedAnswer.read(Path.of(arguments[0]));
    HttpServer server = HardenedHttpServer.create(new InetSocketAddress("localhost", 0));
    server.createContext(MeServer.PATH, new DoNothingServer(answer)::handle);
    server.start();
    System.out.println("Listening on http://localhost:" + server.getAddress().getPort() + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
