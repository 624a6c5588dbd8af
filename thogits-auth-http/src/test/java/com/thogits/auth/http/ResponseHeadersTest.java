package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {
  @AutoClose private final TestServer server = new TestServer();

  private List<TestReply> everyKindOfAnswer() {
    TestClient client = server.registered("user@example.com");
    TestReply me = client.get("/me").expect(200);
    TestReply head = client.send("HEAD", "/me").expect(200);
    TestReply setup = client.post("/2fa/totp/setup").expect(200);
    server.users.first =
        () -> {
          throw new IllegalStateException("broken");
        };
    TestReply failed = client.get("/me").expect(500);
    server.users.first = () -> {};
    return List.of(
        me,
        head,
        setup,
        failed,
        client.post("/logout").expect(200),
        client.get("/me").expect(401),
        client.post("/login", "{").expect(400),
        client
            .send("POST", "/login", BodyPublishers.noBody(), "Sec-Fetch-Site", "cross-site")
            .expect(403),
        client.get("/nothing").expect(404),
        client.get("/login").expect(405),
        client.send("OPTIONS", "/login").expect(204),
        client.post("/login", " ".repeat(20_000)).expect(413),
        client.send("POST", "/login", BodyPublishers.ofString("x")).expect(415));
  }

  @Test
  void everyAnswerForbidsStoringSniffingRenderingAndSharing() {
    for (TestReply reply : everyKindOfAnswer()) {
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Content-Security-Policy"))
          .isEqualTo(
              "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none';"
                  + " sandbox");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }
  }

  @Test
  void everyAnswerWithABodySaysThatItIsJsonInUtf8() {
    for (TestReply reply : everyKindOfAnswer()) {
      assertThat(reply.header("Content-Type"))
          .isEqualTo(reply.status() == 204 ? "" : "application/json; charset=utf-8");
    }
  }

  @Test
  void noAnswerTellsWhatServerItIsOrRedirects() {
    for (TestReply reply : everyKindOfAnswer()) {
      assertThat(reply.headers().map()).doesNotContainKeys("server", "x-powered-by", "location");
      assertThat(reply.status() / 100).isNotEqualTo(3);
    }
  }

  @Test
  void byDefaultNoAnswerSpeaksForTheHostsWholeDomain() {
    for (TestReply reply : everyKindOfAnswer()) {
      assertThat(reply.headers().map())
          .doesNotContainKeys("strict-transport-security", "reporting-endpoints");
    }
  }

  @Test
  void aSettingAddsStrictTransportSecurityToEveryAnswer() {
    try (TestServer strict =
        new TestServer(HttpSettings.DEFAULTS.withStrictTransportSecurity(true))) {
      for (TestReply reply : someAnswers(strict)) {
        assertThat(reply.header("Strict-Transport-Security"))
            .isEqualTo("max-age=31536000; includeSubDomains");
      }
    }
  }

  @Test
  void aSettingTellsBrowsersWhereToReportViolations() {
    URI reports = URI.create("https://reports.example.com/csp?a=b");
    try (TestServer reporting =
        new TestServer(HttpSettings.DEFAULTS.withViolationReports(reports))) {
      for (TestReply reply : someAnswers(reporting)) {
        assertThat(reply.header("Content-Security-Policy"))
            .startsWith("default-src 'none'; ")
            .endsWith("; sandbox; report-uri " + reports + "; report-to thogits-auth");
        assertThat(reply.header("Reporting-Endpoints"))
            .isEqualTo("thogits-auth=\"" + reports + "\"");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/reports",
        "/reports",
        "https:reports",
        "https://example.com/a;b",
        "https://example.com/a,b",
      })
  void whatIsNoHttpsAddressCannotBeReportedTo(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpSettings.DEFAULTS.withViolationReports(URI.create(uri)))
        .withMessageContaining("violationReports");
  }

  private static List<TestReply> someAnswers(TestServer other) {
    other
        .http
        .createContext("/host", exchange -> exchange.close())
        .setAuthenticator(new SessionAuthenticator(other.auth, other.settings));
    TestClient client = other.registered("user@example.com");
    return List.of(
        client.get("/me").expect(200),
        client.send("OPTIONS", "/login").expect(204),
        client.get("/nothing").expect(404),
        client.get("/login").expect(405),
        client.post("/login", "{").expect(400),
        new TestClient(other.origin()).get("/host").expect(401));
  }

  @Test
  void noInputGetsIntoAHeader() {
    TestClient client = server.registered("user@example.com");
    TestReply reply =
        client.put("/profile", "{\"display_name\":\"x\\u000d\\u000aX-Planted: 1\"}").expect(400);
    assertThat(reply.headers().map()).doesNotContainKey("x-planted");
    TestReply query = client.get("/me?x=%0d%0aX-Planted:%201").expect(200);
    assertThat(query.headers().map()).doesNotContainKey("x-planted");
    TestReply login =
        client.post(
            "/login",
            TestServer.credentials("a\\r\\nX-Planted: 1@example.com", "pass\\r\\nword123"));
    assertThat(login.expect(401).headers().map()).doesNotContainKey("x-planted");
  }
}
