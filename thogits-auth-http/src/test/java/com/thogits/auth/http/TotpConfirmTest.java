package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TotpConfirmTest {
  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  @Test
  void turnsTotpOn() {
    String secret = client.post("/2fa/totp/setup").expect(200).text("secret");
    client.post("/2fa/totp/confirm", server.code(secret)).says("TOTP confirmed");
    assertThat(client.get("/me").json().get("has_totp").booleanValue()).isTrue();
  }

  @Test
  void refusesWhenNothingIsPending() {
    client.post("/2fa/totp/confirm", "{\"code\":\"123456\"}").refused(400, "no_pending_totp");
  }

  @Test
  void refusesAWrongCodeAndTheSetUpGoesOn() {
    String secret = client.post("/2fa/totp/setup").expect(200).text("secret");
    client.post("/2fa/totp/confirm", server.wrongCode(secret)).refused(400, "invalid_code");
    client.post("/2fa/totp/confirm", server.code(secret)).says("TOTP confirmed");
  }

  @Test
  void refusesWhatIsNotSixAsciiDigits() {
    client.post("/2fa/totp/setup").expect(200);
    for (String code : new String[] {"", "12345", "1234567", "12345a", "١٢٣٤٥٦", "-12345"}) {
      client.post("/2fa/totp/confirm", TestServer.codeBody(code)).refused(400, "invalid_code");
    }
  }

  @Test
  void dropsBlanksInsideAndAroundACode() {
    String secret = client.post("/2fa/totp/setup").expect(200).text("secret");
    String digits = server.digits(secret, Duration.ZERO);
    String typed = "  " + digits.substring(0, 3) + " " + digits.substring(3) + "\\t";
    client.post("/2fa/totp/confirm", TestServer.codeBody(typed)).says("TOTP confirmed");
  }

  @Test
  void acceptsOneStepOfDriftEitherWayAndNoMore() {
    for (int seconds : new int[] {-30, 30}) {
      TestClient drifting = server.registered("drift" + seconds + "@example.com");
      String secret = drifting.post("/2fa/totp/setup").expect(200).text("secret");
      for (int tooMuch : new int[] {-60, 60}) {
        String digits = server.digits(secret, Duration.ofSeconds(tooMuch));
        drifting
            .post("/2fa/totp/confirm", TestServer.codeBody(digits))
            .refused(400, "invalid_code");
      }
      String digits = server.digits(secret, Duration.ofSeconds(seconds));
      drifting.post("/2fa/totp/confirm", TestServer.codeBody(digits)).says("TOTP confirmed");
    }
  }

  @Test
  void needsACodeThatIsAText() {
    client.post("/2fa/totp/setup").expect(200);
    for (String body : new String[] {"{}", "", "{\"code\":null}", "{\"code\":123456}"}) {
      assertThat(
              client
                  .post("/2fa/totp/confirm", body)
                  .refused(400, "invalid_request")
                  .text("message"))
          .contains("code");
    }
  }

  @Test
  void endsEveryOtherSessionAndCarriesTheCallersOnUnderANewToken() {
    TestClient other = server.client();
    other.post("/login", TestServer.credentials("user@example.com", "securepass123")).expect(200);
    TestClient before = client.copy();
    server.enableTotp(client);

    other.get("/me").refused(401, "not_authenticated");
    before.get("/me").refused(401, "not_authenticated");
    client.get("/me").expect(200);
  }

  @Test
  void usesTheCodeUp() {
    String secret = client.post("/2fa/totp/setup").expect(200).text("secret");
    client.post("/2fa/totp/confirm", server.code(secret)).says("TOTP confirmed");
    client.post("/2fa/totp/disable", server.code(secret)).refused(400, "invalid_code");
  }
}
