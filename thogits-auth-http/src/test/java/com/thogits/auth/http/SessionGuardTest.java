package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthError;
import com.thogits.auth.AuthException;
import com.thogits.auth.Client;
import com.thogits.auth.SessionToken;
import com.thogits.auth.StoreUnavailableException;
import com.thogits.auth.http.Admission.Granted;
import com.thogits.auth.http.Admission.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The guard without any server, as a filter of another one uses it. */
class SessionGuardTest {
  private static final String COOKIE = "__Host-thogits_session";

  @AutoClose private final TestServer server = new TestServer();

  private final InputStream body = new ByteArrayInputStream(new byte[3]);
  private final SessionGuard guard = new SessionGuard(server.auth);

  private AuthRequest request(String method, Map<String, List<String>> headers) {
    return new AuthRequest(method, "/api/orders", headers, body, "192.0.2.1");
  }

  private AuthRequest get(TestClient client) {
    return request("GET", Map.of("cookie", List.of(COOKIE + "=" + client.token())));
  }

  private static String error(Admission admission, int status) {
    return error(((Refused) admission).answer(), status);
  }

  private static String error(AuthResponse answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers()).containsEntry("Cache-Control", List.of("no-store"));
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    return body.replaceFirst("^\\{\"error\":\"(\\w+)\",\"message\":\"[^\"]+\"}$", "$1");
  }

  @Test
  void tellsWhoseSessionItIsAndUnderWhichToken() {
    TestClient client = server.registered("user@example.com");

    Granted granted = (Granted) guard.admit(get(client));

    assertThat(granted.session().user().email()).isEqualTo("user@example.com");
    assertThat(granted.token().reveal()).isEqualTo(client.token());
    assertThat(granted.toString()).doesNotContain(client.token());
  }

  @Test
  void refusesEverybodyElseAndTheListenerHearsOfIt() {
    TestClient client = server.registered("user@example.com");
    Map<String, List<String>> planted =
        Map.of("Cookie", List.of(COOKIE + "=" + client.token() + "; " + COOKIE + "=other"));

    assertThat(error(guard.admit(request("GET", Map.of())), 401)).isEqualTo("not_authenticated");
    assertThat(error(guard.admit(request("GET", planted)), 401)).isEqualTo("not_authenticated");
    client.copy().post("/logout").expect(200);
    assertThat(error(guard.admit(get(client)), 401)).isEqualTo("not_authenticated");

    assertThat(server.refusedRequests()).containsExactly("not_authenticated", "not_authenticated");
  }

  @Test
  void leavesTheBodyToTheHost() throws IOException {
    TestClient client = server.registered("user@example.com");
    guard.admit(get(client));
    guard.admit(request("POST", Map.of("Content-Length", List.of("3"))));
    assertThat(body.available()).isEqualTo(3);
  }

  @Test
  void refusesUnsafeMethodsFromOtherSites() {
    TestClient client = server.registered("user@example.com");
    Map<String, List<String>> forged =
        Map.of(
            "Cookie", List.of(COOKIE + "=" + client.token()),
            "Sec-Fetch-Site", List.of("cross-site"));

    assertThat(error(guard.admit(request("DELETE", forged)), 403)).isEqualTo("cross_site");
    assertThat(guard.admit(request("GET", forged))).isInstanceOf(Granted.class);
    assertThat(server.refusedRequests()).containsExactly("cross_site");
  }

  @Test
  void aFailureIsARefusalThatSaysNothingOfItsCause() {
    TestClient client = server.registered("user@example.com");
    server.users.first =
        () -> {
          throw new StackOverflowError("cause");
        };

    assertThat(error(guard.admit(get(client)), 500)).isEqualTo("internal_error");
  }

  @Test
  void answersWhatAnEndpointOfTheHostFailedWith() {
    assertThat(error(guard.refusal(new AuthException(AuthError.REAUTHENTICATION_REQUIRED)), 403))
        .isEqualTo("reauthentication_required");
    assertThat(error(guard.refusal(new StoreUnavailableException("gone")), 503))
        .isEqualTo("overloaded");
    assertThat(error(guard.refusal(new IllegalStateException("cause")), 500))
        .isEqualTo("internal_error");
  }

  @Test
  void tellsWhoCallsBehindTheHostsProxies() {
    TestClient client = server.registered("user@example.com");
    HttpSettings settings =
        HttpSettings.DEFAULTS.withTrustedProxies(Set.of(AddressRange.parse("192.0.2.0/24")));

    Client caller =
        new SessionGuard(server.auth, settings)
            .client(
                request(
                    "POST",
                    Map.of(
                        "Cookie",
                        List.of(
                            COOKIE
                                + "="
                                + client.token()
                                + "; __Host-thogits_device="
                                + client.cookie("__Host-thogits_device")),
                        "User-Agent",
                        List.of("curl/8"),
                        "X-Forwarded-For",
                        List.of("198.51.100.7"))));

    assertThat(caller.address()).isEqualTo("198.51.100.7");
    assertThat(caller.userAgent()).isEqualTo("curl/8");
    assertThat(caller.session().map(SessionToken::reveal)).contains(client.token());
    assertThat(caller.device()).isPresent();
  }

  @Test
  void aPageForEverybodyCanAskWhoIsThere() {
    TestClient client = server.registered("user@example.com");

    assertThat(guard.client(get(client)).session().flatMap(server.auth::authenticate))
        .map(session -> session.user().email())
        .contains("user@example.com");
    assertThat(guard.client(request("GET", Map.of())).session()).isEmpty();
  }

  @Test
  void itsAnswersFollowTheHostsSettings() {
    SessionGuard strict =
        new SessionGuard(
            server.auth,
            HttpSettings.DEFAULTS
                .withStrictTransportSecurity(true)
                .withViolationReports(URI.create("https://example.com/reports")));

    AuthResponse refused = ((Refused) strict.admit(request("GET", Map.of()))).answer();

    assertThat(refused.headers()).containsKeys("Strict-Transport-Security", "Reporting-Endpoints");
    assertThat(strict.refusal(new AuthException(AuthError.NOT_FOUND)).headers())
        .containsKeys("Strict-Transport-Security", "Reporting-Endpoints");
  }
}
