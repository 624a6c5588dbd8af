package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's own route. */
class HelloIT {
  private static final HttpClient HTTP = ApiClient.connections();

  @TempDir static Path folder;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    server = ServerProcess.listening(folder);
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private final ApiClient client = new ApiClient(HTTP, server.baseUrl());

  @Test
  void whoIsNotSignedInIsTurnedAway() throws Exception {
    Answer answer = client.get("/api/hello");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("error").asText()).isEqualTo("not_authenticated");
  }

  @Test
  void aSessionThatEndedIsTurnedAway() throws Exception {
    client.register("gone@example.com", "securepass123");
    String cookie = client.cookie();
    assertThat(client.send("POST", "/api/auth/logout").status()).isEqualTo(200);
    assertThat(new ApiClient(HTTP, server.baseUrl(), cookie).get("/api/hello").status())
        .isEqualTo(401);
  }

  @Test
  void greetsByEmailUntilThereIsAName() throws Exception {
    client.register("bob@example.com", "securepass123");
    assertThat(client.get("/api/hello").response().body())
        .isEqualTo("{\"message\":\"Hello, bob@example.com\"}");
    client.rename("Bob \"the\" \\ Builder");
    Answer answer = client.get("/api/hello");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("message").asText()).isEqualTo("Hello, Bob \"the\" \\ Builder");
    assertThat(answer.response().headers().map())
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("referrer-policy", List.of("no-referrer"))
        .containsEntry("cross-origin-resource-policy", List.of("same-origin"));
  }

  @Test
  void anotherMethodIsNotAllowed() throws Exception {
    for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
      Answer answer = client.send(method, "/api/hello");
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.response().headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
      assertThat(answer.json().path("error").asText()).isEqualTo("method_not_allowed");
    }
    assertThat(client.send("OPTIONS", "/api/hello").status()).isEqualTo(204);
  }

  @Test
  void headIsGetWithoutTheBody() throws Exception {
    assertThat(client.send("HEAD", "/api/hello").status()).isEqualTo(401);
    client.register("head@example.com", "securepass123");
    Answer answer = client.send("HEAD", "/api/hello");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEmpty();
    int length = client.get("/api/hello").response().body().length();
    assertThat(answer.response().headers().firstValueAsLong("Content-Length")).hasValue(length);
  }

  @Test
  void otherPathsAreNotFound() throws Exception {
    for (String path : new String[] {"/api/hello/", "/api/hello.css", "/api/hello/x", "/api"}) {
      Answer answer = client.get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.json().path("error").asText()).isEqualTo("not_found");
    }
  }
}
