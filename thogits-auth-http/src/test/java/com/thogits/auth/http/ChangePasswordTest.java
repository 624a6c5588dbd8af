package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  private static String change(String current, String replacement) {
    return "{\"current_password\":\"" + current + "\",\"new_password\":\"" + replacement + "\"}";
  }

  @Test
  void makesTheNewPasswordGoodAndTheOldOneWorthless() {
    client.post("/password", change("securepass123", "evenmoresecure456")).says("Password updated");

    server
        .client()
        .post("/login", credentials("user@example.com", "securepass123"))
        .refused(401, "invalid_credentials");
    server
        .client()
        .post("/login", credentials("user@example.com", "evenmoresecure456"))
        .expect(200);
  }

  @Test
  void refusesAWrongCurrentPassword() {
    client
        .post("/password", change("securepass124", "evenmoresecure456"))
        .refused(401, "incorrect_password");
    server.client().post("/login", credentials("user@example.com", "securepass123")).expect(200);
  }

  @Test
  void refusesANewPasswordThatIsTooShortOrTooLong() {
    client.post("/password", change("securepass123", "1234567")).refused(400, "password_too_short");
    client
        .post("/password", change("securepass123", "x".repeat(1025)))
        .refused(400, "password_too_long");
    client.get("/me").expect(200);
  }

  @Test
  void endsEveryOtherSessionAndUnfinishedLogin() {
    server.enableTotp(client);
    TestClient unfinished = server.awaitingCode("user@example.com");
    TestClient before = client.copy();
    client.post("/password", change("securepass123", "evenmoresecure456")).says("Password updated");

    before.get("/me").refused(401, "not_authenticated");
    unfinished.post("/2fa/totp/verify", "{\"code\":\"123456\"}").refused(401, "no_partial_session");
  }

  @Test
  void endsTheSessionsOfOtherClients() {
    TestClient other = server.client();
    other.post("/login", credentials("user@example.com", "securepass123")).expect(200);
    client.post("/password", change("securepass123", "evenmoresecure456")).says("Password updated");
    other.get("/me").refused(401, "not_authenticated");
  }

  @Test
  void carriesTheCallersSessionOnUnderANewTokenWithItsOldEnd() {
    String before = client.token();
    server.clock.advance(Duration.ofDays(1));
    TestReply reply = client.post("/password", change("securepass123", "evenmoresecure456"));

    assertThat(client.token()).isNotEqualTo(before);
    assertThat(reply.cookieLine("__Host-thogits_session")).endsWith("; Max-Age=" + 29 * 24 * 3600);
    client.get("/me").expect(200);
  }

  @Test
  void needsBothFields() {
    assertThat(
            client
                .post("/password", "{\"new_password\":\"evenmoresecure456\"}")
                .refused(400, "invalid_request")
                .text("message"))
        .contains("current_password");
    assertThat(
            client
                .post("/password", "{\"current_password\":\"securepass123\"}")
                .refused(400, "invalid_request")
                .text("message"))
        .contains("new_password");
  }
}
