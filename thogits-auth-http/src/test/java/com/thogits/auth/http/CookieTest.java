package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CookieTest {
  private static final String TOKEN = "[A-Za-z0-9_-]{43}";
  private static final String CREDENTIALS = credentials("user@example.com", "securepass123");

  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  @Test
  void carriesEveryAttributeAndTheLifetimeOfASession() {
    TestReply reply = server.client().post("/login", CREDENTIALS).expect(200);
    assertThat(reply.headers().allValues("Set-Cookie")).hasSize(2);
    assertThat(reply.cookieLine("__Host-thogits_session"))
        .matches(
            "__Host-thogits_session="
                + TOKEN
                + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=2592000");
  }

  @Test
  void livesFiveMinutesForAPartialSession() {
    server.enableTotp(client);
    assertThat(server.client().post("/login", CREDENTIALS).expect(200).header("Set-Cookie"))
        .matches(
            "__Host-thogits_session="
                + TOKEN
                + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=300");
  }

  @Test
  void onPlainHttpItHasNeitherPrefixNorSecure() {
    try (TestServer insecure = new TestServer(HttpSettings.DEFAULTS.withInsecureCookies(true))) {
      TestClient registered = insecure.client();
      TestReply reply = registered.post("/register", CREDENTIALS).expect(200);
      assertThat(reply.cookieLine("thogits_session"))
          .matches(
              "thogits_session=" + TOKEN + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000");
      registered.get("/me").expect(200);
      insecure
          .client()
          .withCookie("__Host-thogits_session", registered.cookie("thogits_session"))
          .get("/me")
          .refused(401, "not_authenticated");
      assertThat(registered.post("/logout").expect(200).header("Set-Cookie"))
          .isEqualTo("thogits_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }
  }

  @Test
  void theNameCountsToTheLetter() {
    for (String name :
        new String[] {"thogits_session", "__host-thogits_session", "__Host-thogits_session2"}) {
      server.client().withCookie(name, client.token()).get("/me").refused(401, "not_authenticated");
    }
  }

  private String me(String... cookieLines) throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      connection.send("GET /api/auth/me HTTP/1.1\r\nHost: x\r\n");
      for (String line : cookieLines) {
        connection.send("Cookie: " + line + "\r\n");
      }
      return connection.send("\r\n").answer();
    }
  }

  @Test
  void isFoundAmongOthersHoweverOddTheyAre() throws IOException {
    String own = "__Host-thogits_session=" + client.token();
    for (String line :
        new String[] {
          own,
          "a=b; " + own + "; c=d",
          "a=b;" + own + ";c=d",
          "; ;=;x;a=\"b;  " + own + " ;; ",
          "$Version=1; " + own,
          "__Host-thogits_session=\"" + client.token() + "\"",
        }) {
      assertThat(me(line)).as(line).startsWith("HTTP/1.1 200 ");
    }
    assertThat(me("a=b", own)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void twoOfTheNameWithDifferentValuesAreNone() throws IOException {
    String own = "__Host-thogits_session=" + client.token();
    String planted = "__Host-thogits_session=" + "A".repeat(43);
    assertThat(me(own + "; " + planted)).startsWith("HTTP/1.1 401 ");
    assertThat(me(planted + "; " + own)).startsWith("HTTP/1.1 401 ");
    assertThat(me(own, planted)).startsWith("HTTP/1.1 401 ");
    assertThat(me(own + "; __Host-thogits_session=")).startsWith("HTTP/1.1 401 ");
    assertThat(me(own + "; " + own)).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void theTokenIsInNoBodyAndInNoOtherHeader() {
    TestReply reply = server.client().post("/login", CREDENTIALS).expect(200);
    String token = reply.cookies().get(0).getValue();
    assertThat(reply.body()).doesNotContain(token);
    assertThat(reply.headers().map().entrySet())
        .filteredOn(header -> header.getValue().toString().contains(token))
        .hasSize(1);
  }
}
