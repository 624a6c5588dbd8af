package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request must not be taken for two (ASVS 4.2.1, RFC 9112 section 6). */
class MessageFramingTest {
  @AutoClose private final TestServer server = new TestServer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5|Transfer-Encoding: chunked",
        "Content-Length: 0|Content-Length: 40",
        "Content-Length: 0, 40",
        "Content-Length: -1",
        "Content-Length: +5",
        "Content-Length: 0x5",
        "Content-Length: 99999999999999999999",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: chunked, identity",
      })
  void anAmbiguousFrameEndsTheConnectionOrIsRefused(String headers) throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      connection.head(
          "POST /api/auth/login HTTP/1.1",
          "Host: x",
          "Content-Type: application/json",
          headers.replace("|", "\r\n"));
      connection.send("0\r\n\r\nGET /api/auth/me HTTP/1.1\r\nHost: x\r\n\r\n");
      String answer = connection.answer();
      assertThat(answer).matches("(?s)|HTTP/1\\.1 (400|413|415|501) .*");
      assertThat(answer).doesNotContain("not_authenticated");
    }
  }
}
