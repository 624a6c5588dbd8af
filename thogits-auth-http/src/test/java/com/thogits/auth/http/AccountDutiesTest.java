package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthSettings;
import com.thogits.auth.Ulid;
import org.junit.jupiter.api.Test;

/** What an account may do that has to get a second factor or a new password first. */
class AccountDutiesTest {
  private static final String CHANGE =
      "{\"current_password\":\"securepass123\",\"new_password\":\"other pass 1234\"}";

  private static void refusesEverythingElse(TestClient client, String error) {
    client.get("/me").refused(403, error);
    client.put("/profile", "{\"display_name\":\"X\"}").refused(403, error);
    client.get("/sessions").refused(403, error);
    client.send("DELETE", "/sessions/01JHM9ZJ0V5S5B9T5V7QW3K2YR").refused(403, error);
    client.post("/sessions/end-others").refused(403, error);
    client.post("/2fa/recovery-codes").refused(403, error);
  }

  @Test
  void aHostThatDemandsTotpLetsAnAccountDoNothingBeforeItIsSetUp() {
    try (TestServer server = new TestServer(AuthSettings.DEFAULTS.withTotpRequired(true))) {
      TestClient client = server.registered("user@example.com");
      refusesEverythingElse(client, "totp_required");
      client.post("/reauthenticate", "{\"password\":\"securepass123\"}").says("Confirmed");

      server.enableTotp(client);
      client.get("/me").expect(200);
      assertThat(client.get("/sessions").expect(200).json().get("sessions")).hasSize(1);
    }
  }

  @Test
  void anAccountThatOwesTotpCanStillLogOut() {
    try (TestServer server = new TestServer(AuthSettings.DEFAULTS.withTotpRequired(true))) {
      TestClient client = server.registered("user@example.com");
      TestClient before = client.copy();
      client.post("/logout").says("Logged out");
      before.get("/me").refused(401, "not_authenticated");
    }
  }

  @Test
  void anOperatorWhoDemandsANewPasswordEndsTheSessionsAndLimitsTheNextOne() {
    try (TestServer server = new TestServer()) {
      TestClient before = server.registered("user@example.com");
      server.operator.requireNewPassword(Ulid.parse(before.get("/me").text("user_id")));
      before.get("/me").refused(401, "not_authenticated");

      TestClient client = server.client();
      client.post("/login", credentials("user@example.com", "securepass123")).expect(200);
      refusesEverythingElse(client, "password_change_required");
      client.post("/2fa/totp/setup").refused(403, "password_change_required");
      client.post("/password", CHANGE).says("Password updated");
      client.get("/me").expect(200);
      client.post("/2fa/totp/setup").expect(200);
    }
  }
}
