package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final String APP = "https://app.example.com";

  @AutoClose
  private final TestServer server =
      new TestServer(
          HttpSettings.DEFAULTS.withAllowedOrigins(Set.of(APP, "http://localhost:3000")));

  private TestReply from(String origin, String method, String path, String... more) {
    String[] headers = new String[2 + more.length];
    headers[0] = "Origin";
    headers[1] = origin;
    System.arraycopy(more, 0, headers, 2, more.length);
    return server.client().send(method, path, BodyPublishers.noBody(), headers);
  }

  @Test
  void anAllowedOriginMayReadEveryAnswer() {
    for (TestReply reply :
        new TestReply[] {
          from(APP, "GET", "/me").expect(401),
          from(APP, "POST", "/login").expect(400),
          from(APP, "GET", "/nothing").expect(404),
          from(APP, "GET", "/login").expect(405),
        }) {
      assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(APP);
      assertThat(reply.header("Access-Control-Allow-Credentials")).isEqualTo("true");
      assertThat(reply.header("Vary")).isEqualTo("Origin");
    }
    assertThat(from("http://localhost:3000", "GET", "/me").header("Access-Control-Allow-Origin"))
        .isEqualTo("http://localhost:3000");
  }

  @Test
  void aPreflightIsAnswered() {
    TestReply reply =
        from(
                APP,
                "OPTIONS",
                "/profile",
                "Access-Control-Request-Method",
                "PUT",
                "Access-Control-Request-Headers",
                "content-type")
            .expect(204);

    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(APP);
    assertThat(reply.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(reply.header("Access-Control-Allow-Methods")).isEqualTo("PUT");
    assertThat(reply.header("Access-Control-Allow-Headers")).isEqualTo("content-type");
    assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("600");
    assertThat(reply.header("Vary")).isEqualTo("Origin");
  }

  @Test
  void aPreflightForASessionsEndIsAnsweredToo() {
    String path = "/sessions/01JHM9ZJ0V5S5B9T5V7QW3K2YR";
    assertThat(from(APP, "OPTIONS", path).expect(204).header("Access-Control-Allow-Methods"))
        .isEqualTo("DELETE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "*",
        "https://evil.example",
        "http://app.example.com",
        "https://APP.example.com",
        "https://app.example.com:443",
        "https://app.example.com.evil.example",
      })
  void everyOtherOriginGetsNoCorsHeader(String origin) {
    for (TestReply reply :
        new TestReply[] {
          from(origin, "GET", "/me").expect(401),
          from(origin, "POST", "/login").expect(403),
          from(origin, "OPTIONS", "/login", "Access-Control-Request-Method", "POST").expect(204),
        }) {
      assertThat(reply.headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control-"))
          .doesNotContain("vary");
    }
  }

  @Test
  void withoutAnOriginThereIsNoCorsHeader() {
    assertThat(server.client().get("/me").headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "",
        "app.example.com",
        "https://app.example.com/",
        "https://app.example.com/x",
        "https://*.example.com",
        "https://App.example.com",
        "ftp://app.example.com",
        "https://a b",
      })
  void aSettingThatIsNoOriginIsRefused(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpSettings.DEFAULTS.withAllowedOrigins(Set.of(origin)))
        .withMessageContaining("allowedOrigins");
  }
}
