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
import java.util.Optional;

/** A client with a cookie jar for one cookie, as {@code curl -b cookies.txt -c cookies.txt}. */
final class TestClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private Optional<HttpCookie> cookie = Optional.empty();

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
    cookie.ifPresent(sent -> request.header("Cookie", sent.getName() + "=" + sent.getValue()));
    try {
      TestReply reply = TestReply.of(HTTP.send(request.build(), BodyHandlers.ofString()));
      reply.cookie().ifPresent(this::keep);
      return reply;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void keep(HttpCookie received) {
    cookie = received.getMaxAge() == 0 ? Optional.empty() : Optional.of(received);
  }

  String token() {
    return cookie.orElseThrow().getValue();
  }

  /** Another client with the cookie of this moment. */
  TestClient copy() {
    TestClient copy = new TestClient(base);
    copy.cookie = cookie;
    return copy;
  }

  TestClient withCookie(String name, String value) {
    TestClient copy = new TestClient(base);
    copy.cookie = Optional.of(new HttpCookie(name, value));
    return copy;
  }
}
