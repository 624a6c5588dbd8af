package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthEvent;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The host's listener hears what is refused over HTTP before the service is asked. */
class RefusedRequestsTest {
  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  @Test
  void eachRefusalIsHeardOnce() {
    client
        .send("POST", "/logout", BodyPublishers.noBody(), "Sec-Fetch-Site", "cross-site")
        .expect(403);
    client.post("/login", "{").expect(400);
    client.post("/login", "{}").expect(400);
    client.post("/login", " ".repeat(20_000)).expect(413);
    client.send("POST", "/login", BodyPublishers.ofString("x")).expect(415);
    client.get("/nothing").expect(404);
    client.get("/login").expect(405);
    server.client().get("/me").expect(401);
    server.client().post("/logout").expect(401);
    client.post("/2fa/totp/verify", "{}").expect(401);

    assertThat(server.refusedRequests())
        .containsExactly(
            "cross_site",
            "invalid_json",
            "invalid_request",
            "body_too_large",
            "unsupported_media_type",
            "not_found",
            "method_not_allowed",
            "not_authenticated",
            "not_authenticated",
            "no_partial_session");
  }

  @Test
  void tellsWhenAndFromWhere() {
    server.client().get("/nothing").expect(404);
    assertThat(server.events)
        .last()
        .isEqualTo(
            new AuthEvent.RequestRefused(
                Instant.parse("2025-01-15T10:00:00.987Z"), "127.0.0.1", "not_found"));
  }

  @Test
  void whatTheServiceRefusesIsHeardFromTheServiceAlone() {
    server.client().post("/login", credentials("user@example.com", "wrong password")).expect(401);
    TestClient loggedOut = client.copy();
    client.post("/logout").expect(200);
    loggedOut.get("/me").expect(401);

    assertThat(server.refusedRequests()).isEmpty();
    assertThat(server.events).filteredOn(AuthEvent.Refused.class::isInstance).hasSize(2);
  }

  @Test
  void whatIsAnsweredAsAskedIsNoRefusal() {
    client.get("/me").expect(200);
    client.send("OPTIONS", "/me").expect(204);
    client.post("/logout").expect(200);
    assertThat(server.refusedRequests()).isEmpty();
  }
}
