package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's files over HTTP, from the jar. */
class PageServingIT {
  private static final HttpClient HTTP = ApiClient.connections();
  private static final Set<String> PATHS = new Page().paths();

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

  private static String header(Answer answer, String name) {
    return answer.response().headers().firstValue(name).orElse("");
  }

  @Test
  void everyFileComesWithItsTypeAndWhatKeepsBrowsersCareful() throws Exception {
    for (String path : PATHS) {
      Answer answer = client.get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.response().body()).as(path).isNotBlank();
      assertThat(header(answer, "Content-Type")).as(path).isEqualTo(type(path));
      HttpHeaders headers = answer.response().headers();
      assertThat(headers.firstValue("Cache-Control")).hasValue("no-cache");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
      assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
      assertThat(headers.firstValue("Server")).isEmpty();
      assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }
  }

  private static String type(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "text/html; charset=utf-8";
    };
  }

  @Test
  void thePolicyAllowsThisOriginAloneAndNothingInline() throws Exception {
    for (String path : PATHS) {
      assertThat(header(client.get(path), "Content-Security-Policy").split("; ", -1))
          .as(path)
          .containsExactlyInAnyOrder(
              "default-src 'none'",
              "script-src 'self'",
              "style-src 'self'",
              "img-src 'self' data:",
              "connect-src 'self'",
              "form-action 'none'",
              "frame-ancestors 'none'",
              "base-uri 'none'",
              "require-trusted-types-for 'script'",
              "trusted-types 'none'");
    }
  }

  @Test
  void whoHasAFileIsNotSentItAgain() throws Exception {
    String tag = header(client.get("/"), "ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
      Answer answer = new ApiClient(HTTP, server.baseUrl()).with("If-None-Match", known).get("/");
      assertThat(answer.status()).as(known).isEqualTo(304);
      assertThat(answer.response().body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(tag);
      assertThat(header(answer, "Content-Security-Policy")).isNotEmpty();
    }
    for (String other : new String[] {"\"other\"", tag.replace("\"", ""), ""}) {
      Answer answer = new ApiClient(HTTP, server.baseUrl()).with("If-None-Match", other).get("/");
      assertThat(answer.status()).as(other).isEqualTo(200);
    }
    assertThat(PATHS.stream().map(path -> tagOf(path)).distinct()).hasSameSizeAs(PATHS);
  }

  private String tagOf(String path) {
    try {
      return header(client.get(path), "ETag");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void headIsGetWithoutTheBody() throws Exception {
    Answer get = client.get("/page/script/app.js");
    Answer head = client.send("HEAD", "/page/script/app.js");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.response().body()).isEmpty();
    assertThat(header(head, "Content-Length"))
        .isEqualTo(Integer.toString(get.response().body().getBytes(UTF_8).length));
    for (String name : new String[] {"ETag", "Content-Type", "Content-Security-Policy"}) {
      assertThat(header(head, name)).isEqualTo(header(get, name));
    }
  }

  @Test
  void itIsReadAndNothingElse() throws Exception {
    for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
      Answer answer = client.send(method, "/");
      assertThat(answer.status()).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
      assertThat(answer.json().path("error").asText()).isEqualTo("method_not_allowed");
    }
    assertThat(client.send("OPTIONS", "/").status()).isEqualTo(204);
  }

  @Test
  void noOtherPathLeadsToAFile() throws Exception {
    for (String path :
        new String[] {
          "/index.html",
          "/page",
          "/page/",
          "/page/index.html",
          "/page/script",
          "/page/script/",
          "/page/script/app.js/",
          "/page/script/App.js",
          "/page/script//app.js",
          "/page/script/../script/app.js",
          "/page/script/%61pp.js",
          "/page/../help.txt",
          "/page/..%2fhelp.txt",
          "/page/%2e%2e/help.txt",
          "/page/../Main.class",
          "/page/..%5chelp.txt",
          "/favicon.ico"
        }) {
      Answer answer = client.get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.json().path("error").asText()).isEqualTo("not_found");
    }
  }

  /** So there is no data of anybody's in a script (ASVS 3.5.7). */
  @Test
  void everybodyGetsTheSameFiles() throws Exception {
    for (String path : PATHS) {
      String before = new ApiClient(HTTP, server.baseUrl()).get(path).response().body();
      if (client.cookies().isEmpty()) {
        client.register("same@example.com", "zu blau fern");
      }
      assertThat(client.get(path).response().body()).as(path).isEqualTo(before);
      assertThat(client.get(path + "?email=same@example.com").response().body()).isEqualTo(before);
    }
  }
}
