package com.thogits.auth.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A client with a cookie jar, as {@code curl -b cookies.txt -c cookies.txt}. */
final class TestClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();

  TestClient(String base) {
    this.base = base;
  }

  TestReply get(String path) {
    return send("GET", path);
  }

  TestReply post(String path) {
    return send("POST", path);
  }

  TestReply post(String path, String json) {
    return send("POST", path, json);
  }

  TestReply put(String path, String json) {
    return send("PUT", path, json);
  }

  TestReply send(String method, String path) {
    return send(method, path, BodyPublishers.noBody());
  }

  TestReply send(String method, String path, String json) {
    return send(method, path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  TestReply send(String method, String path, BodyPublisher body, String... headersAndValues) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (headersAndValues.length > 0) {
      request.headers(headersAndValues);
    }
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header("Cookie", jar());
    }
    try {
      TestReply reply = TestReply.of(HTTP.send(request.build(), BodyHandlers.ofString()));
      reply.cookies().forEach(this::keep);
      return reply;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String jar() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private void keep(HttpCookie received) {
    if (received.getMaxAge() == 0) {
      cookies.remove(received.getName());
    } else {
      cookies.put(received.getName(), received.getValue());
    }
  }

  /** The session's token. */
  String token() {
    return cookie("__Host-thogits_session");
  }

  String cookie(String name) {
    return Objects.requireNonNull(cookies.get(name), name);
  }

  /** Another client with the cookies of this moment. */
  TestClient copy() {
    TestClient copy = new TestClient(base);
    copy.cookies.putAll(cookies);
    copy.headers.putAll(headers);
    return copy;
  }

  /** Another client with this cookie alone. */
  TestClient withCookie(String name, String value) {
    TestClient copy = new TestClient(base);
    copy.cookies.put(name, value);
    return copy;
  }

  /** Another client with the same cookies that sends this header with every request. */
  TestClient sending(String name, String value) {
    TestClient copy = copy();
    copy.headers.put(name, value);
    return copy;
  }
}
