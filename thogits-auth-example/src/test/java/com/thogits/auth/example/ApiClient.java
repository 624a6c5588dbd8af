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
import java.util.LinkedHashMap;
import java.util.Map;

/** One user's view of the server: keeps the cookies from answer to answer. */
final class ApiClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String baseUrl;
  private final Map<String, String> cookies;
  private final Map<String, String> headers = new LinkedHashMap<>();

  static HttpClient connections() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  ApiClient(HttpClient http, String baseUrl) {
    this(http, baseUrl, "");
  }

  /** Goes on with the cookies of an earlier client. */
  ApiClient(HttpClient http, String baseUrl, String cookie) {
    this(http, baseUrl, new LinkedHashMap<>());
    for (String one : cookie.isEmpty() ? new String[0] : cookie.split("; ")) {
      keep(one);
    }
  }

  /** Sends one more header with every request. */
  ApiClient with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** All cookies, as a browser sends them. */
  String cookie() {
    return String.join("; ", cookies.values());
  }

  private ApiClient(HttpClient http, String baseUrl, Map<String, String> cookies) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.cookies = cookies;
  }

  /** The same user, with the same cookies, at another server. */
  ApiClient at(String otherBaseUrl) {
    return new ApiClient(http, otherBaseUrl, cookies);
  }

  /** Each cookie's value by its name. */
  Map<String, String> cookies() {
    Map<String, String> values = new LinkedHashMap<>();
    cookies.forEach((name, cookie) -> values.put(name, cookie.substring(name.length() + 1)));
    return values;
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

  /** Posts a code that the server has not seen. */
  Answer withCode(String path, AuthenticatorApp app) throws IOException, InterruptedException {
    Answer answer = send("POST", path, Map.of("code", app.unusedCode()));
    // A step can begin between a code's computing and its checking; that code is then too old.
    return answer.json().path("error").asText().equals("invalid_code")
        ? send("POST", path, Map.of("code", app.unusedCode()))
        : answer;
  }

  /** Sends a request without a body. */
  Answer send(String method, String path) throws IOException, InterruptedException {
    return answer(request(path).method(method, BodyPublishers.noBody()).build());
  }

  Answer send(String method, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(fields)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookie());
    }
    return request;
  }

  private Answer answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    for (String set : response.headers().allValues("Set-Cookie")) {
      keep(set.substring(0, set.indexOf(';')));
    }
    return new Answer(response);
  }

  private void keep(String cookie) {
    String name = cookie.substring(0, cookie.indexOf('='));
    if (cookie.length() > name.length() + 1) {
      cookies.put(name, cookie);
    } else {
      cookies.remove(name);
    }
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
