package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRulesTest {
  private static final String LOGIN = credentials("user@example.com", "securepass123");

  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  private TestReply login(byte[] body, String... headers) {
    return server.client().send("POST", "/login", BodyPublishers.ofByteArray(body), headers);
  }

  private TestReply login(Charset charset, String contentType) {
    return login(LOGIN.getBytes(charset), "Content-Type", contentType);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "application/json ; charset=\"utf-8\"",
      })
  void takesJsonInUtf8(String contentType) {
    login(StandardCharsets.UTF_8, contentType).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "application/problem+json",
        "application/json; charset=utf-16",
        "application/json; charset=iso-8859-1",
        "text/plain; application/json",
        "text/plain, application/json",
      })
  void refusesEveryOtherContentType(String contentType) {
    login(StandardCharsets.UTF_8, contentType).refused(415, "unsupported_media_type");
  }

  @Test
  void refusesABodyWithoutAContentTypeAndOneWithTwo() {
    login(LOGIN.getBytes(StandardCharsets.UTF_8)).refused(415, "unsupported_media_type");
    login(
            LOGIN.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json",
            "Content-Type",
            "text/plain")
        .refused(415, "unsupported_media_type");
  }

  @Test
  void theContentTypeCountsForEndpointsWithoutABodyToo() {
    for (String path :
        new String[] {
          "/logout", "/2fa/totp/setup", "/2fa/recovery-codes", "/sessions/end-others"
        }) {
      client
          .send("POST", path, BodyPublishers.ofString("a=b"), "Content-Type", "text/plain")
          .refused(415, "unsupported_media_type");
    }
    client.get("/me").expect(200);
  }

  @Test
  void noBodyNeedsNoContentType() throws IOException {
    client.post("/2fa/totp/setup").expect(200);
    client
        .send("POST", "/2fa/totp/setup", BodyPublishers.noBody(), "Content-Type", "text/plain")
        .expect(200);
    String cookie = "Cookie: __Host-thogits_session=" + client.token();
    try (RawConnection connection = new RawConnection(server)) {
      connection.head("POST /api/auth/2fa/totp/setup HTTP/1.1", "Host: x", cookie);
      assertThat(connection.answer()).startsWith("HTTP/1.1 200 ");
      connection.head(
          "POST /api/auth/logout HTTP/1.1", "Host: x", cookie, "Transfer-Encoding: chunked");
      assertThat(connection.send("0\r\n\r\n").answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void anEmptyBodyIsAnObjectWithoutFields() {
    assertThat(server.client().post("/login").refused(400, "invalid_request").text("message"))
        .contains("email");
    client.put("/profile", "").expect(200);
  }

  @Test
  void takesABodyOf16KibAndRefusesOneMore() {
    String padding = " ".repeat(16 * 1024 - LOGIN.length());
    server.client().post("/login", LOGIN + padding).expect(200);
    server.client().post("/login", LOGIN + padding + " ").refused(413, "body_too_large");
  }

  @Test
  void countsABodyThatDoesNotSayItsLength() {
    byte[] tooLarge = (LOGIN + " ".repeat(16 * 1024)).getBytes(StandardCharsets.UTF_8);
    server
        .client()
        .send(
            "POST",
            "/login",
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(tooLarge)),
            "Content-Type",
            "application/json")
        .refused(413, "body_too_large");
  }

  @Test
  void theSizeCountsForEndpointsWithoutABodyToo() {
    client.post("/logout", " ".repeat(16 * 1024 + 1)).refused(413, "body_too_large");
    client.get("/me").expect(200);
  }

  @ParameterizedTest
  @ValueSource(longs = {16 * 1024 + 1, Integer.MAX_VALUE + 1L, Long.MAX_VALUE})
  void refusesATooLargeBodyWithoutWaitingForIt(long announced) throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      connection.head(
          "POST /api/auth/login HTTP/1.1",
          "Host: x",
          "Content-Type: application/json",
          "Content-Length: " + announced);
      assertThat(connection.answer())
          .startsWith("HTTP/1.1 413 ")
          .contains("{\"error\":\"body_too_large\"");
    }
  }

  @Test
  void aBodyWithABrokenFrameIsAnsweredToo() throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      connection.head(
          "POST /api/auth/login HTTP/1.1",
          "Host: x",
          "Content-Type: application/json",
          "Transfer-Encoding: chunked");
      assertThat(connection.send("nonsense\r\n\r\n").answer())
          .startsWith("HTTP/1.1 400 ")
          .contains("{\"error\":\"invalid_request\"");
    }
    client.get("/me").expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "nonsense",
        "{\"email\":\"user@example.com\",}",
        "{'email':'user@example.com'}",
        "{email:\"user@example.com\"}",
        "{\"email\":\"user@example.com\",\"email\":\"other@example.com\"}",
        "{\"email\":\"user@example.com\",\"\\u0065mail\":\"other@example.com\"}",
        "{\"x\":{\"a\":1,\"a\":2}}",
        "{} {}",
        "{}]",
        "{} x",
        "{\"x\":NaN}",
        "{\"x\":Infinity}",
        "{\"x\":01}",
        "{\"x\":+1}",
        "{\"x\":.5}",
        "{/* comment */}",
        "{} // comment",
        "{\"x\":\"a\tb\"}",
        "{\"x\":\"\\x41\"}",
        "{\"x\":\"\\ud800\"}",
        "{\"x\":\"\\udc00\\ud800\"}",
        "{\"\\ud800\":1}",
        "{\"x\":[{\"y\":\"\\udfff\"}]}",
        "\uFEFF{}",
        " ",
        "\u0000",
      })
  void refusesWhatIsNotStrictlyJson(String body) {
    server.client().post("/login", body).refused(400, "invalid_json");
    client.put("/profile", body).refused(400, "invalid_json");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[][] bodies = {
      "{\"email\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1),
      LOGIN.getBytes(StandardCharsets.UTF_16),
      LOGIN.getBytes(StandardCharsets.UTF_16LE),
      LOGIN.getBytes(Charset.forName("UTF-32")),
      {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'},
      {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'},
    };
    for (byte[] body : bodies) {
      login(body, "Content-Type", "application/json").refused(400, "invalid_json");
    }
  }

  @Test
  void takes32LevelsOfNestingAndRefusesOneMore() {
    String before = LOGIN.substring(0, LOGIN.length() - 1) + ",\"x\":";
    server.client().post("/login", before + "[".repeat(31) + "]".repeat(31) + "}").expect(200);
    server
        .client()
        .post("/login", before + "[".repeat(32) + "]".repeat(32) + "}")
        .refused(400, "invalid_json");
    server.client().post("/login", "[".repeat(16_000)).refused(400, "invalid_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[{}]", "\"text\"", "1", "true"})
  void refusesWhatIsNoObject(String body) {
    server.client().post("/login", body).refused(400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "true", "{}", "[]", "[\"user@example.com\"]"})
  void refusesARequiredFieldOfTheWrongTypeAndNamesIt(String value) {
    TestReply email = server.client().post("/login", "{\"email\":" + value + "}");
    assertThat(email.refused(400, "invalid_request").text("message")).contains("email");
    TestReply password =
        server.client().post("/register", "{\"email\":\"a@b.example\",\"password\":" + value + "}");
    assertThat(password.refused(400, "invalid_request").text("message")).contains("password");
  }

  @Test
  void refusesAMissingFieldAndNamesIt() {
    TestReply refused = server.client().post("/register", "{\"email\":\"a@b.example\"}");
    assertThat(refused.refused(400, "invalid_request").text("message")).contains("password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999",
        "-0.0",
        "{\"@type\":\"java.lang.Runtime\",\"a\":[1,2,{\"b\":null}]}",
        "\"\\ud83d\\ude00\"",
      })
  void ignoresFieldsItDoesNotKnow(String value) {
    String body = LOGIN.substring(0, LOGIN.length() - 1) + ",\"other\":" + value + "}";
    server.client().post("/login", body).expect(200);
  }

  @Test
  void ignoresANumberOfThousandsOfDigits() {
    String body = LOGIN.substring(0, LOGIN.length() - 1) + ",\"n\":" + "9".repeat(16_000) + "}";
    server.client().post("/login", body).expect(200);
  }

  @Test
  void readsEscapesOnce() {
    server.client().post("/login", LOGIN.replace("user", "\\u0075ser")).expect(200);
    server
        .client()
        .post("/login", LOGIN.replace("user", "\\\\u0075ser"))
        .refused(401, "invalid_credentials");
  }

  @Test
  void neverTakesFieldsFromTheQuery() {
    server
        .client()
        .post("/login?email=user@example.com&password=securepass123", "{}")
        .refused(400, "invalid_request");
  }
}
