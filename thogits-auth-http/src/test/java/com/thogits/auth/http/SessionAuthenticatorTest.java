package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.thogits.auth.Ulid;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionAuthenticatorTest {
  @AutoClose private final TestServer server = new TestServer();

  /** The host's own endpoint: it says who called. */
  @BeforeEach
  void addAnEndpointOfTheHost() {
    server
        .http
        .createContext(
            "/api/auth-host/hello",
            exchange ->
                answer(
                    exchange,
                    SessionAuthenticator.user(exchange).email()
                        + " "
                        + exchange.getPrincipal().getUsername()
                        + " "
                        + SessionAuthenticator.session(exchange).expiresAt()
                        + " "
                        + server
                            .auth
                            .sessions(SessionAuthenticator.token(exchange))
                            .get(0)
                            .current()))
        .setAuthenticator(new SessionAuthenticator(server.auth));
    server.http.createContext("/open", exchange -> answer(exchange, whoIs(exchange)));
  }

  private static String whoIs(HttpExchange exchange) {
    try {
      return SessionAuthenticator.user(exchange).email();
    } catch (IllegalStateException unprotected) {
      return "unprotected";
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** The same cookie at the host's own endpoint. */
  private TestClient atHost(TestClient client) {
    return new TestClient(server.origin() + "/api/auth-host")
        .withCookie("__Host-thogits_session", client.token());
  }

  private TestClient stranger() {
    return new TestClient(server.origin() + "/api/auth-host");
  }

  @Test
  void letsSignedInUsersThroughAndTellsWhoTheyAre() {
    TestClient client = server.registered("user@example.com");
    String id = client.get("/me").text("user_id");

    assertThat(atHost(client).get("/hello").expect(200).body())
        .isEqualTo("user@example.com " + id + " 2025-02-14T10:00:00.987Z true");
    assertThat(atHost(client).post("/hello", "{}").expect(200).body())
        .startsWith("user@example.com ");
  }

  @Test
  void refusesEverybodyElse() {
    TestClient client = server.registered("user@example.com");
    server.enableTotp(client);
    TestClient partial = atHost(server.awaitingCode("user@example.com"));
    TestClient loggedOut = atHost(client);
    client.post("/logout").expect(200);

    stranger().get("/hello").refused(401, "not_authenticated");
    stranger().post("/hello", "{}").refused(401, "not_authenticated");
    partial.get("/hello").refused(401, "not_authenticated");
    loggedOut.get("/hello").refused(401, "not_authenticated");
  }

  @Test
  void refusesAnAccountThatOwesANewPassword() {
    TestClient client = server.registered("user@example.com");
    server.operator.requireNewPassword(Ulid.parse(client.get("/me").text("user_id")));
    client.post("/login", TestServer.credentials("user@example.com", "securepass123")).expect(200);

    atHost(client).get("/hello").refused(403, "password_change_required");
  }

  @Test
  void theListenerHearsOfRefusedRequests() {
    TestClient client = atHost(server.registered("user@example.com"));
    stranger().get("/hello").expect(401);
    client
        .send("POST", "/hello", BodyPublishers.noBody(), "Sec-Fetch-Site", "cross-site")
        .expect(403);
    client.get("/hello").expect(200);
    assertThat(server.refusedRequests()).containsExactly("not_authenticated", "cross_site");
  }

  @Test
  void aRefusalHasTheHeadersOfEveryAnswer() {
    TestReply refused = stranger().get("/hello").expect(401);
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(refused.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(stranger().send("HEAD", "/hello").expect(401).body()).isEmpty();
  }

  @Test
  void protectsUnsafeMethodsFromOtherSites() {
    TestClient client = atHost(server.registered("user@example.com"));
    client
        .send("POST", "/hello", BodyPublishers.noBody(), "Sec-Fetch-Site", "cross-site")
        .refused(403, "cross_site");
    client
        .send("DELETE", "/hello", BodyPublishers.noBody(), "Origin", "https://evil.example")
        .refused(403, "cross_site");
    client.send("POST", "/hello", BodyPublishers.noBody(), "Origin", server.origin()).expect(200);
    client
        .send("GET", "/hello", BodyPublishers.noBody(), "Sec-Fetch-Site", "cross-site")
        .expect(200);
  }

  @Test
  void aFailureIsAnsweredToo() {
    TestClient client = atHost(server.registered("user@example.com"));
    server.users.first =
        () -> {
          throw new StackOverflowError();
        };
    client.get("/hello").refused(500, "internal_error");
    server.users.first = () -> {};
    client.get("/hello").expect(200);
  }

  @Test
  void aConnectionLivesOnAfterARefusal() throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      for (int i = 0; i < 3; i++) {
        connection.head("POST /api/auth-host/hello HTTP/1.1", "Host: x", "Content-Length: 3");
        assertThat(connection.send("abc").answer()).startsWith("HTTP/1.1 401 ");
      }
    }
  }

  @Test
  void refusesABodyWithoutEndWithoutReadingIt() throws IOException {
    try (RawConnection connection = new RawConnection(server)) {
      connection.head(
          "POST /api/auth-host/hello HTTP/1.1", "Host: x", "Content-Length: 99999999999");
      assertThat(connection.answer()).startsWith("HTTP/1.1 401 ");
    }
  }

  @Test
  void whoSomebodyIsIsToldOfNoOtherExchange() throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String email = "user" + i + "@example.com";
      TestClient client = atHost(server.registered(email));
      calls.add(
          () -> {
            for (int j = 0; j < 50; j++) {
              assertThat(client.get("/hello").expect(200).body()).startsWith(email + " ");
            }
            return email;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      for (Future<String> call : threads.invokeAll(calls)) {
        call.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void sayingWhoCalledIsMisuseWithoutTheAuthenticator() {
    assertThat(new TestClient(server.origin()).get("/open").expect(200).body())
        .isEqualTo("unprotected");
  }
}
