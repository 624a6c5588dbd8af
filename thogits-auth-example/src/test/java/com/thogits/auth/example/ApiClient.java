package com.thogits.auth.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** One user's view of the server: keeps the session cookie from answer to answer. */
final class ApiClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String baseUrl;
  private String cookie;

  static HttpClient connections() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  ApiClient(HttpClient http, String baseUrl) {
    this(http, baseUrl, null);
  }

  /** Goes on with the cookie of an earlier client. */
  ApiClient(HttpClient http, String baseUrl, String cookie) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.cookie = cookie;
  }

  String cookie() {
    return cookie;
  }

  Answer register(String email, String password) throws IOException, InterruptedException {
    return send("POST", "/api/auth/register", Map.of("email", email, "password", password));
  }

  Answer login(String email, String password) throws IOException, InterruptedException {
    return send("POST", "/api/auth/login", Map.of("email", email, "password", password));
  }

  Answer rename(String displayName) throws IOException, InterruptedException {
    return send("PUT", "/api/auth/profile", Map.of("display_name", displayName));
  }

  Answer get(String path) throws IOException, InterruptedException {
    return answer(request(path).GET().build());
  }

  /** Sends a request without a body. */
  Answer send(String method, String path) throws IOException, InterruptedException {
    return answer(request(path).method(method, BodyPublishers.noBody()).build());
  }

  private Answer send(String method, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(fields)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    return request;
  }

  private Answer answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return new Answer(response);
  }

  /** An answer, with its body read as JSON. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() throws IOException {
      return JSON.readTree(response.body());
    }
  }
}
