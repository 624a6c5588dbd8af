package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LogoutTest {
  @AutoClose private final TestServer server = new TestServer();

  @Test
  void endsTheSessionOnTheServer() {
    TestClient client = server.registered("user@example.com");
    TestClient before = client.copy();
    client.post("/logout").says("Logged out");

    before.get("/me").refused(401, "not_authenticated");
  }

  @Test
  void clearsTheCookieAndWhatTheBrowserStored() {
    TestReply reply = server.registered("user@example.com").post("/logout");

    assertThat(reply.cookieLine("__Host-thogits_session"))
        .isEqualTo("__Host-thogits_session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
    assertThat(reply.header("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
  }

  @Test
  void leavesOtherSessionsAlone() {
    TestClient first = server.registered("user@example.com");
    TestClient second = server.client();
    second.post("/login", credentials("user@example.com", "securepass123")).expect(200);
    second.post("/logout").says("Logged out");
    first.get("/me").expect(200);
  }

  @Test
  void doesNotCareWhatABodySays() {
    server.registered("user@example.com").post("/logout", "nonsense").says("Logged out");
  }
}
