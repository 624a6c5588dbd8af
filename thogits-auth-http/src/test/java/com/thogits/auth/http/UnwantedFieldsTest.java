package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Fields that a client sends and nobody asked for (ASVS 6.4.2, 8.2.2, 8.2.3, 15.3.3). */
class UnwantedFieldsTest {
  private static final String PLANTED =
      """
      ,"user_id":"01HQ8A1B2CDEFGHJJK3MMNQP4Q","id":"01HQ8A1B2CDEFGHJJK3MMNQP4Q",
      "created_at":"1999-01-01T00:00:00Z","has_totp":true,"totpEnabled":true,"has_password":false,
      "oauth_providers":["planted"],"role":"admin","roles":["admin"],"password_hash":"$planted$",
      "passwordHash":"$planted$","credential_epoch":99,"version":99,"standing":"FULL"}
      """;

  @AutoClose private final TestServer server = new TestServer();

  @Test
  void fieldsThatNobodyMayWriteStayAsTheyAre() {
    TestClient client = server.client();
    String registered =
        client
            .post("/register", planted(TestServer.credentials("user@example.com", "securepass123")))
            .expect(200)
            .body();
    assertThat(registered)
        .doesNotContain("01HQ8A1B2CDEFGHJJK3MMNQP4Q", "1999", "planted", "admin")
        .contains("\"has_totp\":false", "\"has_password\":true", "\"oauth_providers\":[]");

    TestReply changed =
        client.put("/profile", planted("{\"display_name\":null,\"email\":\"new@example.com\"}"));
    assertThat(changed.expect(200).body()).isEqualTo(registered);
    assertThat(client.get("/me").expect(200).body()).isEqualTo(registered);
    server
        .client()
        .post("/login", TestServer.credentials("user@example.com", "securepass123"))
        .expect(200);
  }

  private static String planted(String body) {
    return body.substring(0, body.length() - 1) + PLANTED;
  }

  @Test
  void nobodyReachesAnotherAccount() {
    TestClient victim = server.registered("victim@example.com");
    String id = victim.get("/me").expect(200).text("user_id");
    String before = victim.get("/me").expect(200).body();
    TestClient mallory = server.registered("mallory@example.com");
    String named = "\"user_id\":\"" + id + "\",\"email\":\"victim@example.com\"";

    mallory.put("/profile", "{\"display_name\":\"Mallory\"," + named + "}").expect(200);
    mallory
        .post(
            "/password",
            "{\"current_password\":\"securepass123\",\"new_password\":\"evenmoresecure456\","
                + named
                + "}")
        .expect(200);
    assertThat(victim.get("/me").expect(200).body()).isEqualTo(before);
    server
        .client()
        .post("/login", TestServer.credentials("victim@example.com", "securepass123"))
        .expect(200);
  }

  @Test
  void hintsAndQuestionsAreNotKept() {
    TestClient client = server.client();
    String credentials = TestServer.credentials("user@example.com", "securepass123");
    String extra = ",\"hint\":\"the-usual\",\"question\":\"pet\",\"answer\":\"rex\"}";
    TestReply registered =
        client.post("/register", credentials.substring(0, credentials.length() - 1) + extra);
    assertThat(registered.expect(200).body()).doesNotContain("the-usual", "pet", "rex");
    TestReply changed = client.put("/profile", "{\"display_name\":\"A\"" + extra);
    assertThat(changed.expect(200).body()).doesNotContain("the-usual", "pet", "rex");
  }
}
