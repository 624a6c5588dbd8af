package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsAndMethodsTest {
  @AutoClose private final TestServer server = new TestServer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/auth",
        "/api/auth/",
        "/api/auth/me/",
        "/api/auth/me.css",
        "/api/auth/me/x.css",
        "/api/auth/me;x",
        "/api/auth/meadow",
        "/api/auth//me",
        "/api/auth/./me",
        "/api/auth/x/../me",
        "/api/auth/%6De",
        "/api/auth/me%2F",
        "/api/auth%2Fme",
        "/api/%61uth/me",
        "/api/auth/ME",
        "/api/auth/2fa/totp",
        "/api/auth/metrics",
        "/api/authme",
        "/api/auth/01JHM9ZJ0V5S5B9T5V7QW3K2YR",
        "/api/auth/sessions/",
        "/api/auth/sessions//01JHM9ZJ0V5S5B9T5V7QW3K2YR",
        "/api/auth/sessions/01JHM9ZJ0V5S5B9T5V7QW3K2YR/",
        "/api/auth/sessions/01JHM9ZJ0V5S5B9T5V7QW3K2Y",
        "/api/auth/sessions/81JHM9ZJ0V5S5B9T5V7QW3K2YR",
        "/api/auth/sessions/01JHM9ZJ0V5S5B9T5V7QW3K2YU",
        "/api/auth/sessions/%30%31JHM9ZJ0V5S5B9T5V7QW3K2YR",
        "/api/auth/sessions/%7Bid%7D",
        "/api/auth/sessions/End-others",
        "/api/auth/me/01JHM9ZJ0V5S5B9T5V7QW3K2YR",
      })
  void whateverIsNotAPathToTheLetterIsNotFound(String path) throws IOException {
    String token = server.registered("user@example.com").token();
    for (String method : new String[] {"GET", "POST", "DELETE", "OPTIONS", "TRACE"}) {
      try (RawConnection connection = new RawConnection(server)) {
        String answer =
            connection
                .head(
                    method + " " + path + " HTTP/1.1",
                    "Host: localhost",
                    "Cookie: __Host-thogits_session=" + token)
                .answer();
        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("{\"error\":\"not_found\"");
      }
    }
  }

  @Test
  void aRequestThatNamesTheWholeAddressIsAnsweredToo() throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      assertThat(connection.head("GET http://x/api/auth/me HTTP/1.1", "Host: x").answer())
          .startsWith("HTTP/1.1 401 ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/register, POST",
    "/login, POST",
    "/logout, POST",
    "/me, GET",
    "/profile, PUT",
    "/password, POST",
    "/2fa/totp/setup, POST",
    "/2fa/totp/confirm, POST",
    "/2fa/totp/verify, POST",
    "/2fa/totp/disable, POST",
    "/2fa/recovery-codes, POST",
    "/2fa/recovery/verify, POST",
    "/reauthenticate, POST",
    "/sessions, GET",
    "/sessions/01JHM9ZJ0V5S5B9T5V7QW3K2YR, DELETE",
    "/sessions/end-others, POST"
  })
  void everyOtherMethodIsRefusedAndTheAllowedOnesNamed(String path, String method)
      throws IOException {
    String allowed = method.equals("GET") ? "GET, HEAD, OPTIONS" : method + ", OPTIONS";
    for (String other :
        new String[] {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW", "post"}) {
      if (allowed.contains(other)) {
        continue;
      }
      try (RawConnection connection = new RawConnection(server)) {
        connection.head(other + " /api/auth" + path + " HTTP/1.1", "Host: localhost", "X-Me: 1");
        String answer = other.equals("HEAD") ? connection.readHead() : connection.answer();
        assertThat(answer)
            .startsWith("HTTP/1.1 405 ")
            .contains("\r\nAllow: " + allowed + "\r\n")
            .doesNotContain("X-Me");
      }
    }
  }

  @Test
  void aRefusedMethodIsExplained() {
    server.client().get("/login").refused(405, "method_not_allowed");
  }

  @Test
  void readingMethodsChangeNothing() {
    TestClient client = server.registered("user@example.com");
    client.get("/logout").refused(405, "method_not_allowed");
    client.send("HEAD", "/logout").expect(405);
    client.send("OPTIONS", "/logout").expect(204);
    client.get("/me").expect(200);
  }

  @Test
  void optionsNamesTheAllowedMethods() {
    assertThat(server.client().send("OPTIONS", "/me").expect(204).header("Allow"))
        .isEqualTo("GET, HEAD, OPTIONS");
    assertThat(server.client().send("OPTIONS", "/profile").expect(204).header("Allow"))
        .isEqualTo("PUT, OPTIONS");
  }

  @Test
  void headIsGetWithoutTheBody() {
    TestClient client = server.registered("user@example.com");
    TestReply get = client.get("/me").expect(200);
    TestReply head = client.send("HEAD", "/me").expect(200);

    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(get.body().length()));
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    server.client().send("HEAD", "/me").expect(401);
  }

  @Test
  void aConnectionLivesOnAfterEveryKindOfAnswer() throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      for (int round = 0; round < 2; round++) {
        connection.head("GET /api/auth/me HTTP/1.1", "Host: x");
        assertThat(connection.answer()).startsWith("HTTP/1.1 401 ");
        connection.head("HEAD /api/auth/me HTTP/1.1", "Host: x");
        assertThat(connection.readHead()).startsWith("HTTP/1.1 401 ");
        connection.head("OPTIONS /api/auth/me HTTP/1.1", "Host: x");
        assertThat(connection.answer()).startsWith("HTTP/1.1 204 ");
        connection.head("PUT /api/auth/profile HTTP/1.1", "Host: x", "Content-Length: 2");
        assertThat(connection.send("{}").answer()).startsWith("HTTP/1.1 415 ");
        connection.head("GET /api/auth/nowhere HTTP/1.1", "Host: x", "Content-Length: 2");
        assertThat(connection.send("{}").answer()).startsWith("HTTP/1.1 404 ");
        connection.head("POST /api/auth/logout HTTP/1.1", "Host: x");
        assertThat(connection.answer()).startsWith("HTTP/1.1 401 ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"/auth, /auth/me", "/auth/, /auth/me", "/, /me", "/a/b/c/, /a/b/c/me"})
  void thePrefixIsThatOfTheContext(String context, String path) throws IOException {
    HttpServer other =
        HardenedHttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    other.createContext(context, server.observed(new AuthHandler(server.auth)));
    other.start();
    try {
      TestClient client = new TestClient("http://localhost:" + other.getAddress().getPort());
      client.get(path).refused(401, "not_authenticated");
      client.get(path + "/").refused(404, "not_found");
    } finally {
      other.stop(0);
    }
  }
}
