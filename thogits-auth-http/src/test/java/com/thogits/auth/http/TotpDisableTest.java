package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TotpDisableTest {
  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  @Test
  void turnsTotpOffWithACode() {
    String secret = server.enableTotp(client);
    client.post("/2fa/totp/disable", server.code(secret)).says("TOTP disabled");

    assertThat(client.get("/me").json().get("has_totp").booleanValue()).isFalse();
    assertThat(
            server
                .client()
                .post("/login", credentials("user@example.com", "securepass123"))
                .expect(200)
                .text("email"))
        .isEqualTo("user@example.com");
  }

  @Test
  void needsACodeWhileTotpIsOn() {
    server.enableTotp(client);
    client.post("/2fa/totp/disable").refused(400, "invalid_code");
    client.post("/2fa/totp/disable", "{}").refused(400, "invalid_code");
    client.post("/2fa/totp/disable", "{\"code\":null}").refused(400, "invalid_code");
    assertThat(client.get("/me").json().get("has_totp").booleanValue()).isTrue();
  }

  @Test
  void refusesAWrongAUsedAndAMalformedCode() {
    String secret = server.enableTotp(client);
    client.post("/2fa/totp/disable", server.wrongCode(secret)).refused(400, "invalid_code");
    client.post("/2fa/totp/disable", "{\"code\":\"abcdef\"}").refused(400, "invalid_code");
    String used = server.digits(secret, Duration.ofSeconds(-30));
    client.post("/2fa/totp/disable", TestServer.codeBody(used)).refused(400, "invalid_code");
    assertThat(client.get("/me").json().get("has_totp").booleanValue()).isTrue();
  }

  @Test
  void refusesACodeThatIsNoText() {
    assertThat(
            client
                .post("/2fa/totp/disable", "{\"code\":123456}")
                .refused(400, "invalid_request")
                .text("message"))
        .contains("code");
  }

  @Test
  void needsNoCodeWhenASetUpWasOnlyBegunAndForgetsIt() {
    String secret = client.post("/2fa/totp/setup").expect(200).text("secret");
    client.post("/2fa/totp/disable").says("TOTP disabled");
    client.post("/2fa/totp/confirm", server.code(secret)).refused(400, "no_pending_totp");
  }

  @Test
  void saysTheSameWhenTotpWasNeverBegun() {
    client.post("/2fa/totp/disable").says("TOTP disabled");
    client.post("/2fa/totp/disable", "{}").says("TOTP disabled");
    client.get("/me").expect(200);
  }

  @Test
  void endsEveryOtherSessionAndCarriesTheCallersOnUnderANewToken() {
    String secret = server.enableTotp(client);
    TestClient other = server.awaitingCode("user@example.com");
    other.post("/2fa/totp/verify", server.code(secret)).expect(200);
    server.nextStep();
    TestClient before = client.copy();
    client.post("/2fa/totp/disable", server.code(secret)).says("TOTP disabled");

    other.get("/me").refused(401, "not_authenticated");
    before.get("/me").refused(401, "not_authenticated");
    client.get("/me").expect(200);
  }

  @Test
  void aSetUpAfterwardsGivesAnotherSecret() {
    String secret = server.enableTotp(client);
    client.post("/2fa/totp/disable", server.code(secret)).says("TOTP disabled");
    assertThat(client.post("/2fa/totp/setup").expect(200).text("secret")).isNotEqualTo(secret);
  }
}
