package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RegisterTest {
  @AutoClose private final TestServer server = new TestServer();

  @Test
  void answersTheSevenFieldsOfUserInfoInTheirOrder() {
    TestReply reply =
        server.client().post("/register", credentials("user@example.com", "securepass123"));

    assertThat(reply.expect(200).body())
        .matches(
            "\\{\"user_id\":\"[0-7][0-9A-HJKMNP-TV-Z]{25}\",\"email\":\"user@example.com\","
                + "\"display_name\":null,\"created_at\":\"2025-01-15T10:00:00Z\","
                + "\"oauth_providers\":\\[],\"has_password\":true,\"has_totp\":false}");
  }

  @Test
  void setsASessionCookieThatIsGoodAtOnce() {
    TestClient client = server.client();
    TestReply registered =
        client.post("/register", credentials("user@example.com", "securepass123")).expect(200);

    assertThat(client.get("/me").expect(200).body()).isEqualTo(registered.body());
  }

  @Test
  void refusesWhatIsNoEmailAddress() {
    server
        .client()
        .post("/register", credentials("user", "securepass123"))
        .refused(400, "invalid_email");
  }

  @Test
  void refusesAPasswordOfSevenCharactersAndTakesOneOfEight() {
    TestClient client = server.client();
    client
        .post("/register", credentials("user@example.com", "1234567"))
        .refused(400, "password_too_short");
    client.post("/register", credentials("user@example.com", "tarn-elk")).expect(200);
  }

  @Test
  void countsCodePointsOfAPasswordNotChars() {
    TestClient client = server.client();
    client
        .post("/register", credentials("user@example.com", "🔑".repeat(7)))
        .refused(400, "password_too_short");
    client.post("/register", credentials("user@example.com", "🔑".repeat(8))).expect(200);
  }

  @Test
  void takesAPasswordOf1024BytesAndRefusesOneMore() {
    TestClient client = server.client();
    client
        .post("/register", credentials("user@example.com", "x".repeat(1025)))
        .refused(400, "password_too_long");
    client.post("/register", credentials("user@example.com", "x".repeat(1024))).expect(200);
    server.client().post("/login", credentials("user@example.com", "x".repeat(1024))).expect(200);
  }

  @Test
  void refusesAnEmailThatIsRegisteredWithoutRegardToCase() {
    server.registered("User@example.com");
    server
        .client()
        .post("/register", credentials("uSER@EXAMPLE.com", "securepass123"))
        .refused(400, "email_taken");
  }

  @Test
  void returnsTheEmailAsItWasFirstGiven() {
    server.registered("User@Example.com");
    assertThat(
            server
                .client()
                .post("/login", credentials("user@example.com", "securepass123"))
                .expect(200)
                .text("email"))
        .isEqualTo("User@Example.com");
  }

  @Test
  void aRefusedRegistrationSetsNoCookie() {
    TestReply refused = server.client().post("/register", credentials("user", "securepass123"));
    assertThat(refused.cookies()).isEmpty();
  }

  @Test
  void endsTheSessionThatTheClientHad() {
    TestClient client = server.registered("first@example.com");
    TestClient before = client.copy();
    client.post("/register", credentials("second@example.com", "securepass123")).expect(200);

    before.get("/me").refused(401, "not_authenticated");
    assertThat(client.get("/me").text("email")).isEqualTo("second@example.com");
  }
}
