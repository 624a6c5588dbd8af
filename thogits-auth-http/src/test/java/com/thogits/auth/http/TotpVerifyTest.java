package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TotpVerifyTest {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  @AutoClose private final TestServer server = new TestServer();

  private final TestClient registered = server.registered("user@example.com");
  private final String secret = server.enableTotp(registered);

  @Test
  void completesTheLogin() {
    TestClient client = server.awaitingCode("user@example.com");
    TestReply reply = client.post("/2fa/totp/verify", server.code(secret)).expect(200);

    assertThat(reply.text("email")).isEqualTo("user@example.com");
    assertThat(reply.json().get("has_totp").booleanValue()).isTrue();
    assertThat(client.get("/me").expect(200).body()).isEqualTo(reply.body());
  }

  @Test
  void givesANewTokenForTheWholeLifetimeAndThePartialOneIsDead() {
    TestClient client = server.awaitingCode("user@example.com");
    TestClient partial = client.copy();
    TestReply reply = client.post("/2fa/totp/verify", server.code(secret)).expect(200);

    assertThat(client.token()).isNotEqualTo(partial.token());
    assertThat(reply.cookieLine("__Host-thogits_session")).endsWith("; Max-Age=" + 30 * 24 * 3600);
    server.nextStep();
    partial.post("/2fa/totp/verify", server.code(secret)).refused(401, "no_partial_session");
    partial.get("/me").refused(401, "not_authenticated");
  }

  @Test
  void refusesAFullSessionAndNone() {
    registered.post("/2fa/totp/verify", server.code(secret)).refused(401, "no_partial_session");
    server
        .client()
        .post("/2fa/totp/verify", server.code(secret))
        .refused(401, "no_partial_session");
  }

  @Test
  void refusesTheSessionBeforeItLooksAtTheBody() {
    for (String body : new String[] {"nonsense", "{}", "{\"code\":\"12\"}", "{\"code\":1}"}) {
      registered.post("/2fa/totp/verify", body).refused(401, "no_partial_session");
      server.client().post("/2fa/totp/verify", body).refused(401, "no_partial_session");
    }
  }

  @Test
  void refusesACodeUsedBeforeLikeAWrongOne() {
    server
        .awaitingCode("user@example.com")
        .post("/2fa/totp/verify", server.code(secret))
        .expect(200);
    TestClient second = server.awaitingCode("user@example.com");
    TestReply used = second.post("/2fa/totp/verify", server.code(secret));
    TestReply wrong = second.post("/2fa/totp/verify", server.wrongCode(secret));

    assertThat(used.refused(400, "invalid_code").body()).isEqualTo(wrong.body());
    assertThat(wrong.status()).isEqualTo(400);
  }

  @Test
  void refusesACodeOlderThanTheNewestUsedOne() {
    server.nextStep();
    String older = TestServer.codeBody(server.digits(secret, Duration.ofSeconds(-30)));
    server
        .awaitingCode("user@example.com")
        .post("/2fa/totp/verify", server.code(secret))
        .expect(200);
    server
        .awaitingCode("user@example.com")
        .post("/2fa/totp/verify", older)
        .refused(400, "invalid_code");
  }

  @Test
  void endsThePartialSessionWithItsFifthWrongCode() {
    TestClient client = server.awaitingCode("user@example.com");
    for (int i = 0; i < 5; i++) {
      client.post("/2fa/totp/verify", server.wrongCode(secret)).refused(400, "invalid_code");
    }
    client.post("/2fa/totp/verify", server.code(secret)).refused(401, "no_partial_session");
    server
        .awaitingCode("user@example.com")
        .post("/2fa/totp/verify", server.code(secret))
        .expect(200);
  }

  @Test
  void acceptsTheRightCodeAfterFourWrongOnes() {
    TestClient client = server.awaitingCode("user@example.com");
    for (int i = 0; i < 4; i++) {
      client.post("/2fa/totp/verify", server.wrongCode(secret)).refused(400, "invalid_code");
    }
    client.post("/2fa/totp/verify", server.code(secret)).expect(200);
  }

  @Test
  void aMalformedCodeCostsNoAttempt() {
    TestClient client = server.awaitingCode("user@example.com");
    for (int i = 0; i < 20; i++) {
      client.post("/2fa/totp/verify", "{\"code\":\"12345\"}").refused(400, "invalid_code");
      client.post("/2fa/totp/verify", "{}").refused(400, "invalid_request");
    }
    client.post("/2fa/totp/verify", server.code(secret)).expect(200);
  }

  @Test
  void waitsForACodeForFiveMinutesAndNoLonger() {
    TestClient inTime = server.awaitingCode("user@example.com");
    TestClient late = server.awaitingCode("user@example.com");
    server.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    inTime.post("/2fa/totp/verify", server.code(secret)).expect(200);
    server.clock.advance(Duration.ofMillis(1));
    late.post("/2fa/totp/verify", server.code(secret)).refused(401, "no_partial_session");
  }

  @Test
  void oneCodeIsGoodForOneOfManyPartialSessionsAtOnce() throws Exception {
    List<Callable<Integer>> attempts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      TestClient client = server.awaitingCode("user@example.com");
      attempts.add(() -> client.post("/2fa/totp/verify", server.code(secret)).status());
    }
    ExecutorService threads = Executors.newFixedThreadPool(attempts.size());
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> attempt : threads.invokeAll(attempts)) {
        statuses.add(attempt.get());
      }
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void locksCodesAfterAHundredWrongOnesInARowOverAllDoors() {
    for (int i = 0; i < 50; i++) {
      server
          .awaitingCode("user@example.com")
          .post("/2fa/totp/verify", server.wrongCode(secret))
          .refused(400, "invalid_code");
      server.clock.advance(LONGEST_WAIT);
      registered.post("/2fa/totp/disable", server.wrongCode(secret)).refused(400, "invalid_code");
      server.clock.advance(LONGEST_WAIT);
    }

    server
        .awaitingCode("user@example.com")
        .post("/2fa/totp/verify", server.code(secret))
        .refused(403, "totp_locked");
    registered.post("/2fa/totp/disable", server.code(secret)).refused(403, "totp_locked");
    server.clock.advance(Duration.ofDays(6));
    registered.post("/2fa/totp/disable", server.code(secret)).refused(403, "totp_locked");
  }

  @Test
  void aRightCodeStartsTheCountAnew() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 99; i++) {
        registered.post("/2fa/totp/disable", server.wrongCode(secret)).expect(400);
        server.clock.advance(LONGEST_WAIT);
      }
      server
          .awaitingCode("user@example.com")
          .post("/2fa/totp/verify", server.code(secret))
          .expect(200);
      server.nextStep();
    }
  }
}
