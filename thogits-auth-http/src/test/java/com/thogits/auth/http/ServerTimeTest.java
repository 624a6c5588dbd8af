package com.thogits.auth.http;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Codes are judged by the server's clock, whatever a client claims (ASVS 6.5.8). */
class ServerTimeTest {
  @AutoClose private final TestServer server = new TestServer();

  @Test
  void aClientsDateDoesNotCount() {
    String secret = server.enableTotp(server.registered("user@example.com"));
    String old = server.code(secret);
    String then = server.clock.instant().toString();
    for (int i = 0; i < 10; i++) {
      server.nextStep();
    }
    TestClient client = server.awaitingCode("user@example.com");
    String body = old.substring(0, old.length() - 1) + ",\"time\":\"" + then + "\",\"t\":0}";
    client
        .send(
            "POST",
            "/2fa/totp/verify",
            BodyPublishers.ofString(body),
            "Content-Type",
            "application/json",
            "X-Date",
            then,
            "X-Client-Time",
            then)
        .refused(400, "invalid_code");
    client.post("/2fa/totp/verify", server.code(secret)).expect(200);
  }
}
