package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A client that is still sending when it is refused gets its answer, and no broken connection. */
class RefusedWhileSendingTest {
  private static final byte[] MEGABYTE = spaces(1024 * 1024);

  @AutoClose private final TestServer server = new TestServer();

  private static byte[] spaces(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) ' ');
    return bytes;
  }

  @RepeatedTest(10)
  void aBrowserLikeClientGetsEveryRefusal() {
    BodyPublisher known = BodyPublishers.ofByteArray(MEGABYTE);
    BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(MEGABYTE));
    for (BodyPublisher body : new BodyPublisher[] {known, chunked}) {
      TestClient client = server.client();
      String[] json = {"Content-Type", "application/json"};
      client.send("POST", "/login", body, json).refused(413, "body_too_large");
      client.send("POST", "/password", body, json).refused(401, "not_authenticated");
      client.send("POST", "/nothing", body, json).refused(404, "not_found");
      client.send("POST", "/login", body).refused(415, "unsupported_media_type");
      client
          .send("POST", "/login", body, "Sec-Fetch-Site", "cross-site")
          .refused(403, "cross_site");
    }
  }

  @Test
  void aClientThatReadsOnlyWhenItHasSentEverythingGetsItsAnswer() throws IOException {
    for (int i = 0; i < 10; i++) {
      try (RawConnection connection = new RawConnection(server)) {
        connection.head(
            "POST /api/auth/login HTTP/1.1",
            "Host: x",
            "Content-Type: application/json",
            "Content-Length: " + MEGABYTE.length);
        assertThat(connection.send(MEGABYTE).answer()).startsWith("HTTP/1.1 413 ");
        connection.head("GET /api/auth/me HTTP/1.1", "Host: x");
        assertThat(connection.answer()).startsWith("HTTP/1.1 401 ");
      }
    }
  }

  @Test
  void aBodyThatWouldTakeTooLongIsNotWaitedForAndTheClientIsTold() throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      connection.head(
          "POST /api/auth/login HTTP/1.1",
          "Host: x",
          "Content-Type: application/json",
          "Content-Length: " + 10L * MEGABYTE.length);
      assertThat(connection.answer())
          .startsWith("HTTP/1.1 413 ")
          .contains("\r\nConnection: close\r\n");
    }
  }
}
