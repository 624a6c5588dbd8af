package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthSettings;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReauthenticateTest {
  private static final String PASSWORD = "{\"password\":\"securepass123\"}";
  private static final String WRONG = "{\"password\":\"securepass124\"}";
  private static final Duration FRESHNESS = Duration.ofMinutes(10);

  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  private String withCode(String digits) {
    return "{\"password\":\"securepass123\",\"code\":\"" + digits + "\"}";
  }

  @Test
  void givesTheSessionANewTokenWithItsOldEnd() {
    server.clock.advance(Duration.ofDays(1));
    TestClient before = client.copy();
    TestReply reply = client.post("/reauthenticate", PASSWORD).says("Confirmed");

    assertThat(reply.cookieLine("__Host-thogits_session")).endsWith("; Max-Age=" + 29 * 24 * 3600);
    assertThat(reply.cookieLine("__Host-thogits_device")).isNotEmpty();
    before.get("/me").refused(401, "not_authenticated");
    client.get("/me").expect(200);
  }

  @Test
  void refusesAWrongPasswordAndAMissingOne() {
    client.post("/reauthenticate", WRONG).refused(401, "incorrect_password");
    assertThat(client.post("/reauthenticate", "{}").refused(400, "invalid_request").text("message"))
        .contains("password");
    client.post("/reauthenticate").refused(400, "invalid_request");
    client.get("/me").expect(200);
  }

  @Test
  void asksForACodeWhenTotpIsOn() {
    String secret = server.enableTotp(client);
    client.post("/reauthenticate", PASSWORD).refused(400, "invalid_code");
    client.post("/reauthenticate", withCode("12")).refused(400, "invalid_code");
    client
        .post("/reauthenticate", withCode(server.digits(secret, Duration.ofMinutes(5))))
        .refused(400, "invalid_code");
    String digits = server.digits(secret, Duration.ZERO);
    client.post("/reauthenticate", withCode(digits)).says("Confirmed");
    client.post("/reauthenticate", withCode(digits)).refused(400, "invalid_code");
  }

  @Test
  void aSessionIsFreshForTenMinutesAfterIt() {
    String secret = server.enableTotp(client);
    server.clock.advance(FRESHNESS);
    client.post("/2fa/recovery-codes").refused(403, "reauthentication_required");
    client.post("/reauthenticate", withCode(server.digits(secret, Duration.ZERO))).expect(200);
    server.clock.advance(FRESHNESS.minusMillis(1));
    client.post("/2fa/recovery-codes").expect(200);
    server.clock.advance(Duration.ofMillis(1));
    client.post("/2fa/recovery-codes").refused(403, "reauthentication_required");
  }

  @Test
  void theDocumentedChangesNeedNoFreshSessionByDefault() {
    server.clock.advance(FRESHNESS);
    String secret = client.post("/2fa/totp/setup").expect(200).text("secret");
    client.post("/2fa/totp/confirm", server.code(secret)).expect(200);
    server.clock.advance(FRESHNESS);
    client.post("/2fa/totp/disable", server.code(secret)).expect(200);
    server.clock.advance(FRESHNESS);
    client
        .post(
            "/password",
            "{\"current_password\":\"securepass123\",\"new_password\":\"other pass 1234\"}")
        .expect(200);
  }

  @Test
  void aSettingAsksForAFreshSessionOnTheDocumentedChangesToo() {
    AuthSettings settings = AuthSettings.DEFAULTS.withFreshSessionForChanges(true);
    try (TestServer strict = new TestServer(settings)) {
      TestClient owner = strict.registered("user@example.com");
      String secret = strict.enableTotp(owner);
      strict.clock.advance(FRESHNESS);
      String change =
          "{\"current_password\":\"securepass123\",\"new_password\":\"other pass 1234\"}";
      owner
          .post("/2fa/totp/disable", strict.code(secret))
          .refused(403, "reauthentication_required");
      owner.post("/password", change).refused(403, "reauthentication_required");
      owner
          .post("/reauthenticate", withCode(strict.digits(secret, Duration.ZERO)))
          .says("Confirmed");
      strict.nextStep();
      owner.post("/2fa/totp/disable", strict.code(secret)).says("TOTP disabled");
      owner.post("/password", change).says("Password updated");
      strict.clock.advance(FRESHNESS);
      owner.post("/2fa/totp/setup").refused(403, "reauthentication_required");
    }
  }

  @Test
  void countsWrongPasswords() {
    for (int i = 0; i < 10; i++) {
      client.post("/reauthenticate", WRONG).refused(401, "incorrect_password");
    }
    TestReply waiting = client.post("/reauthenticate", PASSWORD).refused(429, "too_many_attempts");
    assertThat(waiting.header("Retry-After")).isEqualTo("1");
    client.get("/me").expect(200);
  }
}
