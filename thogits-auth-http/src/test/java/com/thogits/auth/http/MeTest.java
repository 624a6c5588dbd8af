package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MeTest {
  @AutoClose private final TestServer server = new TestServer();

  @Test
  void answersUserInfo() {
    TestReply reply = server.registered("user@example.com").get("/me").expect(200);

    assertThat(reply.json().propertyStream().map(field -> field.getKey()))
        .containsExactly(
            "user_id",
            "email",
            "display_name",
            "created_at",
            "oauth_providers",
            "has_password",
            "has_totp");
    assertThat(reply.json().get("display_name").isNull()).isTrue();
    assertThat(reply.json().get("oauth_providers").isArray()).isTrue();
    assertThat(reply.json().get("has_password").booleanValue()).isTrue();
    assertThat(reply.json().get("has_totp").booleanValue()).isFalse();
  }

  @Test
  void tellsWhetherTotpIsOn() {
    TestClient client = server.registered("user@example.com");
    server.enableTotp(client);
    assertThat(client.get("/me").json().get("has_totp").booleanValue()).isTrue();
  }

  @Test
  void refusesWhoHasNoSession() {
    server.client().get("/me").refused(401, "not_authenticated");
  }

  @Test
  void doesNotLookAtTheQuery() {
    TestClient client = server.registered("user@example.com");
    assertThat(client.get("/me?callback=alert&password=x").expect(200).body())
        .isEqualTo(client.get("/me").body());
  }
}
