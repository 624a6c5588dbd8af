package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets where: nobody, a stale session, a partial one, a full one. */
class SessionRequiredTest {
  private static final List<String> NEED_A_SESSION =
      List.of(
          "POST /logout",
          "GET /me",
          "PUT /profile",
          "POST /password",
          "POST /2fa/totp/setup",
          "POST /2fa/totp/confirm",
          "POST /2fa/totp/disable",
          "POST /2fa/recovery-codes",
          "POST /reauthenticate",
          "GET /sessions",
          "DELETE /sessions/01JHM9ZJ0V5S5B9T5V7QW3K2YR",
          "POST /sessions/end-others");

  @AutoClose private final TestServer server = new TestServer();

  enum Presented {
    NO_COOKIE,
    EMPTY,
    GARBAGE,
    UNKNOWN_TOKEN,
    ALTERED_TOKEN,
    LOGGED_OUT,
    EXPIRED,
    IDLE_FOR_TOO_LONG,
    PARTIAL
  }

  static Stream<Arguments> everyEndpointAndEveryWayToHaveNoSession() {
    return NEED_A_SESSION.stream()
        .flatMap(endpoint -> Stream.of(Presented.values()).map(way -> Arguments.of(endpoint, way)));
  }

  @ParameterizedTest
  @MethodSource("everyEndpointAndEveryWayToHaveNoSession")
  void refusesBeforeItReadsTheBody(String endpoint, Presented presented) {
    TestClient client = client(presented);
    String method = endpoint.split(" ", -1)[0];
    String path = endpoint.split(" ", -1)[1];

    client.send(method, path).refused(401, "not_authenticated");
    client.send(method, path, "{}").refused(401, "not_authenticated");
    client.send(method, path, "nonsense").refused(401, "not_authenticated");
  }

  private TestClient client(Presented presented) {
    TestClient client = server.registered("user@example.com");
    switch (presented) {
      case NO_COOKIE -> {
        return server.client();
      }
      case EMPTY -> {
        return withToken("");
      }
      case GARBAGE -> {
        return withToken("%00../../<script>");
      }
      case UNKNOWN_TOKEN -> {
        return withToken("A".repeat(43));
      }
      case ALTERED_TOKEN -> {
        char first = client.token().charAt(0);
        return withToken((first == 'A' ? 'B' : 'A') + client.token().substring(1));
      }
      case LOGGED_OUT -> {
        TestClient before = client.copy();
        client.post("/logout").expect(200);
        return before;
      }
      case EXPIRED -> {
        stayActiveFor(client, Duration.ofDays(30));
        return client;
      }
      case IDLE_FOR_TOO_LONG -> {
        server.clock.advance(Duration.ofDays(7));
        return client;
      }
      case PARTIAL -> {
        server.enableTotp(client);
        return server.awaitingCode("user@example.com");
      }
    }
    throw new AssertionError(presented);
  }

  private TestClient withToken(String token) {
    return server.client().withCookie("__Host-thogits_session", token);
  }

  private void stayActiveFor(TestClient client, Duration time) {
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusDays(5)) {
      client.get("/me").expect(200);
      server.clock.advance(Duration.ofDays(5));
    }
  }

  @Test
  void aSessionLivesFor30DaysIfItIsUsed() {
    TestClient client = server.registered("user@example.com");
    stayActiveFor(client, Duration.ofDays(25));
    client.get("/me").expect(200);
    server.clock.advance(Duration.ofDays(5).minusMillis(1));
    client.get("/me").expect(200);
    server.clock.advance(Duration.ofMillis(1));
    client.get("/me").refused(401, "not_authenticated");
  }

  @Test
  void aSessionLivesForLessThan7DaysWithoutBeingUsed() {
    TestClient client = server.registered("user@example.com");
    server.clock.advance(Duration.ofDays(7).minusMinutes(1));
    client.get("/me").expect(200);
    server.clock.advance(Duration.ofDays(7).minusMinutes(1));
    client.get("/me").expect(200);
    server.clock.advance(Duration.ofDays(7));
    client.get("/me").refused(401, "not_authenticated");
  }

  @Test
  void registerAndLoginNeedNone() {
    server.registered("user@example.com");
    TestClient stale = withToken("A".repeat(43));
    stale.post("/login", TestServer.credentials("user@example.com", "securepass123")).expect(200);
    withToken("garbage")
        .post("/register", TestServer.credentials("other@example.com", "securepass123"))
        .expect(200);
  }

  @Test
  void everyTokenIsNew() {
    TestClient client = server.registered("user@example.com");
    String first = client.token();
    String secret = server.enableTotp(client);
    String confirmed = client.token();
    client.post("/2fa/totp/disable", server.code(secret)).expect(200);
    String disabled = client.token();
    client.post("/login", TestServer.credentials("user@example.com", "securepass123")).expect(200);

    assertThat(Stream.of(first, confirmed, disabled, client.token())).doesNotHaveDuplicates();
  }
}
