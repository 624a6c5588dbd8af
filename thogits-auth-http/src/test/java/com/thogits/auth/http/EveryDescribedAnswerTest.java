package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.codeBody;
import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.thogits.auth.AttemptLimits;
import com.thogits.auth.AuthSettings;
import com.thogits.auth.StoreUnavailableException;
import com.thogits.auth.Ulid;
import com.thogits.auth.http.Route.Access;
import com.thogits.auth.http.openapi.Answer;
import com.thogits.auth.http.openapi.ApiDescription;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The description promises nothing that the server does not give: every operation, status and error
 * code happens here. That nothing else happens, every exchange of every test is checked for.
 */
class EveryDescribedAnswerTest {
  private static final String EMAIL = "user@example.com";
  private static final String PASSWORD = "securepass123";
  private static final String NO_SESSION = "/sessions/01JHM9ZJ0V5S5B9T5V7QW3K2YR";
  private static final String CHANGE = change(PASSWORD, "other pass 1234");
  private static final Map<String, String> UNFIT_PASSWORDS =
      Map.of(
          "short",
          "password_too_short",
          "x".repeat(1025),
          "password_too_long",
          "password1",
          "password_too_common");

  /** What they get as a body they ignore, be it JSON or not. */
  private static final Set<String> READ_NO_BODY =
      Set.of(
          "/logout",
          "/me",
          "/2fa/totp/setup",
          "/2fa/recovery-codes",
          "/sessions",
          NO_SESSION,
          "/sessions/end-others");

  @AutoClose private final TestServer server = new TestServer();

  @AutoClose
  private final TestServer strict =
      new TestServer(
          AuthSettings.DEFAULTS
              .withFreshSessionForChanges(true)
              .withLimits(
                  AttemptLimits.DEFAULTS
                      .withFreePasswordFailures(1)
                      .withFreeCodeFailures(1)
                      .withCodeFailuresUntilLock(2)
                      .withRegistrationsPerAddress(1)));

  @AutoClose
  private final TestServer demanding = new TestServer(AuthSettings.DEFAULTS.withTotpRequired(true));

  private static String change(String current, String replacement) {
    return "{\"current_password\":\"" + current + "\",\"new_password\":\"" + replacement + "\"}";
  }

  private static String proof(String password, String code) {
    return "{\"password\":\"" + password + "\",\"code\":\"" + code + "\"}";
  }

  @Test
  void happens() throws IOException {
    whatAnyRouteRefuses();
    accounts();
    twoFactor();
    sessions();
    waitsLocksAndStaleSessions();
    owedDuties();

    Set<Answer> missing = new HashSet<>(ApiDescription.ofLibrary().answers());
    for (TestServer each : List.of(server, strict, demanding)) {
      missing.removeAll(each.exchanges.answers());
    }
    assertThat(missing).as("described, and never answered").isEmpty();
    assertExamplesAreWhatTheServerSays();
  }

  private void assertExamplesAreWhatTheServerSays() {
    ApiDescription description = ApiDescription.ofLibrary();
    for (String code : description.errorCodes()) {
      Set<String> said = new HashSet<>();
      List.of(server, strict, demanding)
          .forEach(each -> said.addAll(each.exchanges.messages(code)));
      assertThat(said).as(code).contains(description.exampleMessage(code));
    }
  }

  private void whatAnyRouteRefuses() throws IOException {
    TestClient session = server.registered("any@example.com");
    server.enableTotp(session);
    TestClient partial = server.awaitingCode("any@example.com");
    for (Route route : OpenApiTest.routes(server)) {
      String path = route.path().replace("/sessions/{id}", NO_SESSION);
      TestClient client =
          switch (route.access()) {
            case ANYBODY -> server.client();
            case SESSION -> session;
            case PARTIAL_SESSION -> partial;
          };
      client.send("BREW", path).refused(405, "method_not_allowed");
      if (route.access() != Access.ANYBODY) {
        server.client().send(route.method(), path).expect(401);
      }
      whileTheStoreFails(client, route.method(), path);
      if (!route.method().equals("GET")) {
        String cookie =
            route.access() == Access.ANYBODY ? "a=b" : "__Host-thogits_session=" + client.token();
        refusesBodies(client, cookie, route.method(), path);
      }
      if (!READ_NO_BODY.contains(path)) {
        client.send(route.method(), path, "{").refused(400, "invalid_json");
      }
    }
  }

  private void whileTheStoreFails(TestClient client, String method, String path) {
    String body = method.equals("GET") ? "" : credentials(EMAIL, PASSWORD);
    server.users.first =
        () -> {
          throw new StoreUnavailableException("gone");
        };
    client.send(method, path, body).refused(503, "overloaded");
    server.users.first =
        () -> {
          throw new IllegalStateException("broken");
        };
    client.send(method, path, body).refused(500, "internal_error");
    server.users.first = () -> {};
  }

  private void refusesBodies(TestClient client, String cookie, String method, String path)
      throws IOException {
    client
        .send(method, path, BodyPublishers.noBody(), "Sec-Fetch-Site", "cross-site")
        .refused(403, "cross_site");
    client.send(method, path, BodyPublishers.ofString("x")).refused(415, "unsupported_media_type");
    client.send(method, path, " ".repeat(16 * 1024 + 1)).refused(413, "body_too_large");
    try (RawConnection connection = new RawConnection(server)) {
      connection.head(
          method + " /api/auth" + path + " HTTP/1.1",
          "Host: x",
          "Cookie: " + cookie,
          "Content-Type: application/json",
          "Transfer-Encoding: chunked");
      assertThat(connection.send("nonsense\r\n\r\n").answer()).contains("invalid_request");
    }
  }

  private void accounts() {
    TestClient client = server.registered(EMAIL);
    TestClient stranger = server.client();
    stranger.post("/register", "{\"email\":\"a@b.example\"}").refused(400, "invalid_request");
    stranger.post("/register", credentials(EMAIL, PASSWORD)).refused(400, "email_taken");
    stranger.post("/register", credentials("user", PASSWORD)).refused(400, "invalid_email");
    UNFIT_PASSWORDS.forEach(
        (password, error) -> {
          stranger.post("/register", credentials("a@b.example", password)).refused(400, error);
          client.post("/password", change(PASSWORD, password)).refused(400, error);
        });
    stranger.post("/login", credentials(EMAIL, "no password")).refused(401, "invalid_credentials");
    stranger.post("/login", credentials(EMAIL, PASSWORD)).expect(200);
    client.get("/me").expect(200);
    client.put("/profile", "{\"display_name\":\"Alice\"}").expect(200);
    client
        .post("/password", change("no password", "other pass 1234"))
        .refused(401, "incorrect_password");
    client.post("/password", CHANGE).expect(200);
    client.post("/logout").expect(200);
  }

  private void twoFactor() {
    TestClient client = server.registered("totp@example.com");
    client.post("/2fa/totp/confirm", codeBody("123456")).refused(400, "no_pending_totp");
    client.post("/2fa/recovery-codes").refused(400, "totp_not_enabled");
    String secret = client.post("/2fa/totp/setup").expect(200).text("secret");
    client.post("/2fa/totp/confirm", server.wrongCode(secret)).refused(400, "invalid_code");
    client.post("/2fa/totp/confirm", server.code(secret)).expect(200);
    server.nextStep();
    client.post("/2fa/totp/setup").refused(400, "totp_already_enabled");
    String recovery =
        client.post("/2fa/recovery-codes").expect(200).json().at("/recovery_codes/0").asText();
    TestClient first = server.awaitingCode("totp@example.com");
    first.post("/2fa/totp/verify", server.wrongCode(secret)).refused(400, "invalid_code");
    first.post("/2fa/totp/verify", server.code(secret)).expect(200);
    server.nextStep();
    TestClient second = server.awaitingCode("totp@example.com");
    second.post("/2fa/recovery/verify", codeBody("123456")).refused(400, "invalid_code");
    second.post("/2fa/recovery/verify", codeBody(recovery)).expect(200);
    client.post("/reauthenticate", proof(PASSWORD, "")).refused(400, "invalid_code");
    client.post("/reauthenticate", proof("no password", "")).refused(401, "incorrect_password");
    client
        .post("/reauthenticate", proof(PASSWORD, server.digits(secret, Duration.ZERO)))
        .expect(200);
    server.nextStep();
    client.post("/2fa/totp/disable", server.wrongCode(secret)).refused(400, "invalid_code");
    client.post("/2fa/totp/disable", server.code(secret)).expect(200);
  }

  private void sessions() {
    TestClient client = server.registered("sessions@example.com");
    server.client().post("/login", credentials("sessions@example.com", PASSWORD)).expect(200);
    List<String> others = new ArrayList<>();
    for (JsonNode session : client.get("/sessions").expect(200).json().get("sessions")) {
      if (!session.get("current").booleanValue()) {
        others.add(session.get("id").textValue());
      }
    }
    client.send("DELETE", NO_SESSION).refused(404, "not_found");
    client.send("DELETE", "/sessions/" + others.get(0)).expect(200);
    client.post("/sessions/end-others").expect(200);
  }

  /** On one account, since the limit of registrations is reached after it. */
  private void waitsLocksAndStaleSessions() {
    TestClient client = strict.registered(EMAIL);
    String credentials = credentials(EMAIL, PASSWORD);
    strict.client().post("/register", credentials).refused(429, "too_many_attempts");
    strict.client().post("/login", credentials(EMAIL, "no password")).expect(401);
    strict.client().post("/login", credentials).refused(429, "too_many_attempts");
    client.post("/reauthenticate", proof("no password", "")).expect(401);
    client.post("/reauthenticate", proof(PASSWORD, "")).refused(429, "too_many_attempts");
    client.post("/password", CHANGE).refused(429, "too_many_attempts");

    String secret = strict.enableTotp(client);
    TestClient partial = strict.awaitingCode(EMAIL);
    client.post("/2fa/totp/disable", strict.wrongCode(secret)).expect(400);
    checksNoCode(client, partial, secret, 429, "too_many_attempts");
    strict.nextStep();
    client.post("/2fa/totp/disable", strict.wrongCode(secret)).expect(400);
    checksNoCode(client, partial, secret, 403, "totp_locked");

    strict.clock.advance(AuthSettings.DEFAULTS.freshness());
    client.post("/password", CHANGE).refused(403, "reauthentication_required");
    client.post("/2fa/totp/setup").refused(403, "reauthentication_required");
    client.post("/2fa/totp/disable", "{}").refused(403, "reauthentication_required");
    client.post("/2fa/recovery-codes").refused(403, "reauthentication_required");
  }

  private void checksNoCode(
      TestClient client, TestClient partial, String secret, int status, String error) {
    partial.post("/2fa/totp/verify", strict.code(secret)).refused(status, error);
    client.post("/2fa/totp/disable", strict.code(secret)).refused(status, error);
    client
        .post("/reauthenticate", proof(PASSWORD, strict.digits(secret, Duration.ZERO)))
        .refused(status, error);
  }

  private void owedDuties() {
    refusesEverythingElse(demanding.registered(EMAIL), "totp_required");

    TestClient client = server.registered("owing@example.com");
    server.operator.requireNewPassword(Ulid.parse(client.get("/me").text("user_id")));
    client.post("/login", credentials("owing@example.com", PASSWORD)).expect(200);
    refusesEverythingElse(client, "password_change_required");
    client.post("/2fa/totp/setup").refused(403, "password_change_required");
    client.post("/2fa/totp/confirm", codeBody("1")).refused(403, "password_change_required");
    client.post("/2fa/totp/disable").refused(403, "password_change_required");
  }

  private static void refusesEverythingElse(TestClient client, String error) {
    client.get("/me").refused(403, error);
    client.put("/profile", "{}").refused(403, error);
    client.get("/sessions").refused(403, error);
    client.send("DELETE", NO_SESSION).refused(403, error);
    client.post("/sessions/end-others").refused(403, error);
    client.post("/2fa/recovery-codes").refused(403, error);
  }
}
