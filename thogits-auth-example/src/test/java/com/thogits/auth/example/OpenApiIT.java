package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.ApiClient.Answer;
import com.thogits.auth.http.OpenApi;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the endpoints, as the packaged server shows it. */
class OpenApiIT {
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

  private final ApiClient stranger = new ApiClient(HTTP, server.baseUrl());

  @Test
  void isShownToAnybodyAsTheLibraryHasIt() throws Exception {
    Answer answer = stranger.get("/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo(OpenApi.json());
    HttpHeaders headers = answer.response().headers();
    assertThat(headers.firstValue("Content-Type")).hasValue("application/json");
    assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'; frame-ancestors 'none'");
  }

  @Test
  void namesThePrefixThatTheServerHas() throws Exception {
    String prefix = stranger.get("/openapi.json").json().at("/servers/0/url").asText();
    assertThat(stranger.get(prefix + "/me").json().path("error").asText())
        .isEqualTo("not_authenticated");
  }

  @Test
  void headIsGetWithoutTheBodyAndNothingElseIsAllowed() throws Exception {
    Answer head = stranger.send("HEAD", "/openapi.json");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.response().body()).isEmpty();
    assertThat(stranger.send("POST", "/openapi.json").status()).isEqualTo(405);
    assertThat(stranger.get("/openapi.json/").status()).isEqualTo(404);
  }
}
