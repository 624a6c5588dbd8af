package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LoginTest {
  @AutoClose private final TestServer server = new TestServer();

  @Test
  void answersUserInfoAndSetsASessionCookie() {
    TestClient registered = server.registered("user@example.com");
    TestClient client = server.client();
    TestReply reply =
        client.post("/login", credentials("user@example.com", "securepass123")).expect(200);

    assertThat(reply.body()).isEqualTo(registered.get("/me").body());
    assertThat(client.get("/me").expect(200).body()).isEqualTo(reply.body());
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownEmailAlike() {
    server.registered("user@example.com");
    TestReply wrong =
        server.client().post("/login", credentials("user@example.com", "securepass124"));
    TestReply unknown =
        server.client().post("/login", credentials("other@example.com", "securepass123"));

    wrong.refused(401, "invalid_credentials");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
  }

  @Test
  void refusesWhatCannotBeAnEmailLikeAnUnknownOne() {
    server
        .client()
        .post("/login", credentials("user", "securepass123"))
        .refused(401, "invalid_credentials");
    server
        .client()
        .post("/login", credentials("user@example.com", "x".repeat(5000)))
        .refused(401, "invalid_credentials");
  }

  @Test
  void comparesEmailsWithoutRegardToCase() {
    server.registered("user@example.com");
    server.client().post("/login", credentials("USER@example.COM", "securepass123")).expect(200);
  }

  @Test
  void neverTrimsOrFoldsAPassword() {
    TestClient client = server.client();
    client.post("/register", credentials("user@example.com", " secure pass ")).expect(200);
    server
        .client()
        .post("/login", credentials("user@example.com", "secure pass"))
        .refused(401, "invalid_credentials");
    server
        .client()
        .post("/login", credentials("user@example.com", " Secure pass "))
        .refused(401, "invalid_credentials");
    server.client().post("/login", credentials("user@example.com", " secure pass ")).expect(200);
  }

  @Test
  void normalisesPasswordsToNfc() {
    server.client().post("/register", credentials("user@example.com", "pass-café")).expect(200);
    server.client().post("/login", credentials("user@example.com", "pass-cafe\u0301")).expect(200);
  }

  @Test
  void asksForACodeOnceTotpIsConfirmed() {
    server.enableTotp(server.registered("user@example.com"));
    TestClient client = server.client();
    TestReply reply =
        client.post("/login", credentials("user@example.com", "securepass123")).expect(200);

    assertThat(reply.body()).isEqualTo("{\"needs_2fa\":true}");
    client.get("/me").refused(401, "not_authenticated");
  }

  @Test
  void doesNotAskForACodeWhileASetUpIsPending() {
    server.registered("user@example.com").post("/2fa/totp/setup").expect(200);
    TestReply reply =
        server.client().post("/login", credentials("user@example.com", "securepass123"));
    assertThat(reply.expect(200).text("email")).isEqualTo("user@example.com");
  }

  @Test
  void endsTheSessionThatTheClientHad() {
    TestClient client = server.registered("user@example.com");
    TestClient before = client.copy();
    client.post("/login", credentials("user@example.com", "securepass123")).expect(200);

    before.get("/me").refused(401, "not_authenticated");
    client.get("/me").expect(200);
  }

  @Test
  void leavesTheSessionsOfOtherClientsAlone() {
    TestClient first = server.registered("user@example.com");
    server.client().post("/login", credentials("user@example.com", "securepass123")).expect(200);
    first.get("/me").expect(200);
  }

  @Test
  void aFailedLoginLeavesTheSessionThatTheClientHas() {
    TestClient client = server.registered("user@example.com");
    client
        .post("/login", credentials("user@example.com", "wrong password"))
        .refused(401, "invalid_credentials");
    client.get("/me").expect(200);
  }

  @Test
  void neverAdoptsATokenThatTheClientBrought() {
    server.registered("user@example.com");
    String planted = "A".repeat(43);
    TestClient client = server.client().withCookie("__Host-thogits_session", planted);
    client.post("/login", credentials("user@example.com", "securepass123")).expect(200);

    assertThat(client.token()).isNotEqualTo(planted);
    server
        .client()
        .withCookie("__Host-thogits_session", planted)
        .get("/me")
        .refused(401, "not_authenticated");
  }
}
