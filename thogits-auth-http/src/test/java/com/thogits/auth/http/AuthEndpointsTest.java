package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.Session;
import com.thogits.auth.SessionToken;
import com.thogits.auth.http.openapi.Exchange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The endpoints without any server, as an adapter to another one uses them. */
class AuthEndpointsTest {
  @AutoClose private final TestServer server = new TestServer();

  private final AuthEndpoints endpoints = new AuthEndpoints(server.auth);

  private static AuthRequest request(
      String method, String path, Map<String, List<String>> headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new AuthRequest(method, path, headers, new ByteArrayInputStream(bytes), "192.0.2.1");
  }

  private AuthResponse answer(
      String method, String path, Map<String, List<String>> headers, String body) {
    AuthResponse answer = endpoints.handle(request(method, path, headers, body));
    server.exchanges.add(
        Exchange.of(method, path, headers, body.getBytes(StandardCharsets.UTF_8), answer));
    return answer;
  }

  @Test
  void answersPlainValuesWithPlainValues() {
    AuthResponse registered =
        answer(
            "POST",
            "/register",
            Map.of("content-type", List.of("application/json")),
            TestServer.credentials("user@example.com", "securepass123"));
    assertThat(registered.status()).isEqualTo(200);

    String cookie = registered.headers().get("Set-Cookie").get(0).split(";", -1)[0];
    AuthResponse me = answer("GET", "/me", Map.of("COOKIE", List.of(cookie)), "");
    assertThat(me.body()).isEqualTo(registered.body());
  }

  @Test
  void noticesABodyThatNoHeaderAnnounces() {
    assertThat(answer("POST", "/login", Map.of(), "{}").status()).isEqualTo(415);
    assertThat(answer("POST", "/login", Map.of(), "").status()).isEqualTo(400);
  }

  @Test
  void theSessionNotesWhereTheClientCallsFrom() {
    AuthResponse registered =
        answer(
            "POST",
            "/register",
            Map.of(
                "Content-Type", List.of("application/json"),
                "User-Agent", List.of("curl/8"),
                "X-Forwarded-For", List.of("198.51.100.7")),
            TestServer.credentials("user@example.com", "securepass123"));
    String token = registered.headers().get("Set-Cookie").get(0).split("[=;]", -1)[1];
    Session session =
        server.sessions.find(SessionToken.parse(token).orElseThrow().hash()).orElseThrow();
    assertThat(session.address()).isEqualTo("192.0.2.1");
    assertThat(session.userAgent()).isEqualTo("curl/8");
  }

  @Test
  void tellsNoSecretInToString() {
    AuthRequest request =
        request("POST", "/login/secret", Map.of("Cookie", List.of("secret")), "secret");
    assertThat(request.toString()).isEqualTo("AuthRequest[method=POST]");
    assertThat(endpoints.handle(request).toString()).isEqualTo("AuthResponse[status=404]");
  }
}
