package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteTest {
  @AutoClose
  private final TestServer server =
      new TestServer(HttpSettings.DEFAULTS.withAllowedOrigins(Set.of("https://app.example.com")));

  private final TestClient client = server.registered("user@example.com");

  private TestReply setup(String... headers) {
    return client.send("POST", "/2fa/totp/setup", BodyPublishers.noBody(), headers);
  }

  @Test
  void aRequestWithNeitherHeaderPasses() {
    setup().expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void theOwnPagesAndThePersonAtTheBrowserPass(String site) {
    setup("Sec-Fetch-Site", site).expect(200);
    setup("Sec-Fetch-Site", site, "Origin", server.origin()).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "SAME-ORIGIN", "nonsense"})
  void everyOtherSiteIsRefused(String site) {
    setup("Sec-Fetch-Site", site).refused(403, "cross_site");
    setup("Sec-Fetch-Site", site, "Origin", "https://evil.example").refused(403, "cross_site");
    setup("Sec-Fetch-Site", site, "Origin", server.origin()).refused(403, "cross_site");
  }

  @Test
  void severalSitesAreRefused() {
    setup("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Site", "cross-site")
        .refused(403, "cross_site");
  }

  @Test
  void anAllowedOriginPasses() {
    setup("Sec-Fetch-Site", "cross-site", "Origin", "https://app.example.com").expect(200);
    setup("Sec-Fetch-Site", "same-site", "Origin", "https://app.example.com").expect(200);
    setup("Origin", "https://app.example.com").expect(200);
  }

  @Test
  void theOwnOriginPassesInBrowsersThatSendNothingElse() {
    setup("Origin", server.origin()).expect(200);
    setup("Origin", server.origin().replace("http", "https")).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "http://localhost",
        "http://localhost:1",
        "http://app.example.com",
        "https://app.example.com:444",
        "https://app.example.com.evil.example",
        "https://APP.example.com",
        "localhost",
        "not an origin",
        "http://user@localhost",
        "://",
      })
  void everyOtherOriginIsRefused(String origin) {
    setup("Origin", origin).refused(403, "cross_site");
  }

  @Test
  void theOwnOriginWithMoreThanAHostIsRefused() {
    setup("Origin", server.origin() + "/").refused(403, "cross_site");
    setup("Origin", server.origin().replace("://", "://x@")).refused(403, "cross_site");
  }

  @Test
  void severalOriginsAreRefused() {
    setup("Origin", server.origin(), "Origin", "https://evil.example").refused(403, "cross_site");
    setup("Origin", "https://app.example.com", "Origin", "https://evil.example")
        .refused(403, "cross_site");
  }

  @ParameterizedTest
  @CsvSource({
    "Host: own.example, Origin: https://own.example, 200",
    "Host: own.example:8443, Origin: https://own.example:8443, 200",
    "Host: [::1]:8080, Origin: http://[::1]:8080, 200",
    "Host: own.example, Origin: https://own.example:8443, 403",
    "Host: own.example, Origin: https://own.example.evil.example, 403",
    "X-Forwarded-Host: evil.example, Origin: https://evil.example, 403",
    "Host:, Origin: null, 403",
  })
  void theOriginIsComparedWithTheHostOfTheRequest(String host, String origin, int status)
      throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      String cookie = "Cookie: __Host-thogits_session=" + client.token();
      connection.head("POST /api/auth/2fa/totp/setup HTTP/1.1", host, origin, cookie);
      assertThat(connection.answer()).startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /register",
        "POST /login",
        "POST /logout",
        "PUT /profile",
        "POST /password",
        "POST /2fa/totp/setup",
        "POST /2fa/totp/confirm",
        "POST /2fa/totp/verify",
        "POST /2fa/totp/disable",
        "POST /2fa/recovery-codes",
        "POST /2fa/recovery/verify",
        "POST /reauthenticate",
        "DELETE /sessions/01JHM9ZJ0V5S5B9T5V7QW3K2YR",
        "POST /sessions/end-others"
      })
  void everyUnsafeEndpointIsProtectedAndNothingHappens(String endpoint) {
    String method = endpoint.split(" ", -1)[0];
    String path = endpoint.split(" ", -1)[1];
    for (String type : new String[] {"text/plain", "application/json"}) {
      client
          .send(
              method,
              path,
              BodyPublishers.ofString("{\"display_name\":\"Eve\"}"),
              "Sec-Fetch-Site",
              "cross-site",
              "Content-Type",
              type)
          .refused(403, "cross_site");
    }
    assertThat(client.get("/me").expect(200).json().get("display_name").isNull()).isTrue();
  }

  @Test
  void safeMethodsPass() {
    TestReply me =
        client.send("GET", "/me", BodyPublishers.noBody(), "Sec-Fetch-Site", "cross-site");
    assertThat(me.expect(200).headers().map()).doesNotContainKey("access-control-allow-origin");
  }
}
