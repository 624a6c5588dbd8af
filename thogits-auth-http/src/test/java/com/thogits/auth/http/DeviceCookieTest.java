package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeviceCookieTest {
  private static final String CREDENTIALS = credentials("user@example.com", "securepass123");

  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  @Test
  void carriesEveryAttributeAndLivesForAYear() {
    TestReply reply = server.client().post("/login", CREDENTIALS).expect(200);
    assertThat(reply.cookieLine("__Host-thogits_device"))
        .matches(
            "__Host-thogits_device=[A-Za-z0-9_-]{1,400}"
                + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000");
  }

  @Test
  void onPlainHttpItHasNeitherPrefixNorSecure() {
    try (TestServer insecure = new TestServer(HttpSettings.DEFAULTS.withInsecureCookies(true))) {
      TestReply reply = insecure.client().post("/register", CREDENTIALS).expect(200);
      assertThat(reply.cookieLine("thogits_device"))
          .matches(
              "thogits_device=[A-Za-z0-9_-]{1,400}; Path=/; HttpOnly; SameSite=Lax;"
                  + " Max-Age=31536000");
    }
  }

  @Test
  void comesWithEveryAnswerThatSignsIn() {
    String secret = client.post("/2fa/totp/setup").expect(200).text("secret");
    TestReply confirmed = client.post("/2fa/totp/confirm", server.code(secret)).expect(200);
    server.nextStep();
    TestClient verifying = server.client();
    TestReply partial = verifying.post("/login", CREDENTIALS).expect(200);
    TestReply verified = verifying.post("/2fa/totp/verify", server.code(secret)).expect(200);
    server.nextStep();
    TestReply disabled = verifying.post("/2fa/totp/disable", server.code(secret)).expect(200);
    TestReply changed =
        verifying
            .post(
                "/password",
                "{\"current_password\":\"securepass123\",\"new_password\":\"other pass 1234\"}")
            .expect(200);

    for (TestReply reply : List.of(confirmed, verified, disabled, changed)) {
      assertThat(reply.cookieLine("__Host-thogits_device")).isNotEmpty();
    }
    assertThat(partial.cookieLine("__Host-thogits_device")).isEmpty();
    assertThat(verifying.get("/me").expect(200).cookies()).isEmpty();
  }

  @Test
  void staysAtLogout() {
    String mark = client.cookie("__Host-thogits_device");
    TestReply reply = client.post("/logout").expect(200);

    assertThat(reply.cookieLine("__Host-thogits_device")).isEmpty();
    assertThat(reply.header("Clear-Site-Data")).doesNotContain("cookies").doesNotContain("*");
    assertThat(client.cookie("__Host-thogits_device")).isEqualTo(mark);
  }

  @Test
  void opensNothing() {
    server
        .client()
        .withCookie("__Host-thogits_device", client.cookie("__Host-thogits_device"))
        .get("/me")
        .refused(401, "not_authenticated");
    server
        .client()
        .withCookie("__Host-thogits_session", client.cookie("__Host-thogits_device"))
        .get("/me")
        .refused(401, "not_authenticated");
  }
}
