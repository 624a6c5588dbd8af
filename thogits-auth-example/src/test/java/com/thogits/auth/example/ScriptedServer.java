package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.thogits.auth.http.HardenedHttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The page's real files over an API that answers what the test wants. */
final class ScriptedServer implements AutoCloseable {
  static final String ANN =
      """
      {"user_id": "01HQ8A1B2CDEFGHJJK3MMNQP4Q", "email": "ann@example.com", "display_name": null,
       "created_at": "2025-01-15T10:00:00Z", "oauth_providers": [], "has_password": true,
       "has_totp": false}""";

  static final String ANN_WITH_TOTP = ANN.replace("\"has_totp\": false", "\"has_totp\": true");

  private final HttpServer http;
  private final Map<String, List<Answer>> script = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch held = new CountDownLatch(0);

  private record Answer(int status, String body, Map<String, String> headers) {}

  private ScriptedServer(HttpServer http) {
    this.http = http;
  }

  /** Where nobody is signed in. */
  static ScriptedServer start() throws IOException {
    ScriptedServer server =
        new ScriptedServer(
            HardenedHttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    Page page = new Page();
    server.http.createContext("/", page).getFilters().add(new RouteFilter(page.paths()));
    server.http.createContext("/api/auth", server::answer);
    server.http.start();
    return server.refuses("GET /me", 401, "not_authenticated", "Please log in.");
  }

  String baseUrl() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  /** From now on such a request is answered 200 with this. */
  ScriptedServer answers(String request, String body) {
    return answers(request, 200, body, Map.of());
  }

  /** From now on it is refused. */
  ScriptedServer refuses(String request, int status, String code, String message) {
    return answers(request, status, refusal(code, message), Map.of());
  }

  /** From now on it is refused for some seconds. */
  ScriptedServer refusesFor(int seconds, String request, int status, String code) {
    Map<String, String> wait = Map.of("Retry-After", Integer.toString(seconds));
    return answers(request, status, refusal(code, "In the API's words."), wait);
  }

  private static String refusal(String code, String message) {
    return "{\"error\": \"%s\", \"message\": \"%s\"}".formatted(code, message);
  }

  /** The next one is refused, and what comes after it is answered as before. */
  ScriptedServer refusesOnce(String request, int status, String code, String message) {
    List<Answer> answers = new ArrayList<>();
    answers.add(new Answer(status, refusal(code, message), Map.of()));
    answers.addAll(script.getOrDefault(request, List.of()));
    script.put(request, new CopyOnWriteArrayList<>(answers));
    return this;
  }

  ScriptedServer answers(String request, int status, String body, Map<String, String> headers) {
    script.put(request, new CopyOnWriteArrayList<>(List.of(new Answer(status, body, headers))));
    return this;
  }

  /** Requests are not answered until they are released. */
  void hold() {
    held = new CountDownLatch(1);
  }

  void release() {
    held.countDown();
  }

  /** Method, path and body of each request to the API. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** How many there were of a kind. */
  long count(String request) {
    return requests.stream().filter(line -> line.startsWith(request)).count();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request =
          exchange.getRequestMethod()
              + exchange.getRequestURI().getRawPath().replace("/api/auth", " ");
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      requests.add(request + " " + body);
      held.await();
      List<Answer> answers = script.get(request);
      Answer answer = answers.size() > 1 ? answers.remove(0) : answers.get(0);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    release();
    http.stop(0);
  }
}
