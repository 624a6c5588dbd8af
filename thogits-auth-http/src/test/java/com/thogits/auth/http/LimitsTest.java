package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Guessing over HTTP. */
class LimitsTest {
  private static final String RIGHT = credentials("user@example.com", "securepass123");
  private static final String WRONG = credentials("user@example.com", "securepass124");
  private static final String UNKNOWN = credentials("nobody@example.com", "securepass123");

  @AutoClose private final TestServer server = new TestServer();

  private final TestClient owner = server.registered("user@example.com");

  private TestReply login(String body) {
    return server.client().post("/login", body);
  }

  private void failTenTimes(String body) {
    for (int i = 0; i < 10; i++) {
      login(body).refused(401, "invalid_credentials");
    }
  }

  private static void assertSameBytes(TestReply one, TestReply other) {
    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.body()).isEqualTo(other.body());
    assertThat(one.headersWithoutDate()).isEqualTo(other.headersWithoutDate());
  }

  @Test
  void ofSixtyWrongPasswordsAtOnceAtMostFourteenAreHashed() {
    int hashed =
        server.hasher.hashesDuring(
            () -> {
              List<TestReply> replies = AtOnce.send(60, () -> login(WRONG));
              assertThat(replies).extracting(TestReply::status).containsOnly(401, 429);
            });
    assertThat(hashed).isBetween(1, 14);
  }

  @Test
  void ofThirtyWrongCodesAtOnceOnOneLoginAtMostFiveAreChecked() {
    String secret = server.enableTotp(owner);
    TestClient guessing = server.awaitingCode("user@example.com");
    String wrong = server.wrongCode(secret);
    List<TestReply> replies =
        AtOnce.send(30, () -> guessing.copy().post("/2fa/totp/verify", wrong));

    assertThat(replies).extracting(TestReply::status).containsOnly(400, 401);
    assertThat(replies)
        .filteredOn(reply -> reply.status() == 400)
        .hasSizeLessThanOrEqualTo(5)
        .isNotEmpty()
        .allSatisfy(reply -> reply.refused(400, "invalid_code"));
  }

  @Test
  void aWrongPasswordAndAnUnknownEmailAreAnsweredAndHashedAlike() {
    TestReply[] replies = new TestReply[2];
    int wrong = server.hasher.hashesDuring(() -> replies[0] = login(WRONG));
    int unknown = server.hasher.hashesDuring(() -> replies[1] = login(UNKNOWN));

    replies[0].refused(401, "invalid_credentials");
    assertSameBytes(replies[0], replies[1]);
    assertThat(wrong).isEqualTo(1);
    assertThat(unknown).isEqualTo(1);
  }

  @Test
  void whileAnAccountWaitsARightPasswordIsAnsweredLikeAWrongOneAndAnUnknownEmail() {
    failTenTimes(WRONG);
    failTenTimes(UNKNOWN);
    TestReply[] replies = new TestReply[3];
    int hashed =
        server.hasher.hashesDuring(
            () -> {
              replies[0] = login(RIGHT);
              replies[1] = login(WRONG);
              replies[2] = login(UNKNOWN);
            });

    replies[0].refused(429, "too_many_attempts");
    assertSameBytes(replies[0], replies[1]);
    assertSameBytes(replies[0], replies[2]);
    assertThat(hashed).isZero();
  }

  @Test
  void tellsInWholeSecondsRoundedUpHowLongToWait() {
    failTenTimes(WRONG);
    assertThat(login(RIGHT).refused(429, "too_many_attempts").header("Retry-After")).isEqualTo("1");
    server.clock.advance(Duration.ofMillis(999));
    assertThat(login(RIGHT).refused(429, "too_many_attempts").header("Retry-After")).isEqualTo("1");
    server.clock.advance(Duration.ofMillis(1));
    login(WRONG).refused(401, "invalid_credentials");
    assertThat(login(WRONG).header("Retry-After")).isEqualTo("2");
    server.clock.advance(Duration.ofMillis(500));
    assertThat(login(WRONG).header("Retry-After")).isEqualTo("2");
    server.clock.advance(Duration.ofMillis(500));
    assertThat(login(WRONG).header("Retry-After")).isEqualTo("1");
    server.clock.advance(Duration.ofSeconds(1));
    login(RIGHT).expect(200);
    assertThat(login(WRONG).refused(401, "invalid_credentials").header("Retry-After")).isEmpty();
  }

  @Test
  void aSessionIsNotTouchedByGuesses() {
    failTenTimes(WRONG);
    owner.get("/me").expect(200);
    owner.put("/profile", "{\"display_name\":\"Still here\"}").expect(200);
    owner
        .post(
            "/password",
            "{\"current_password\":\"securepass123\",\"new_password\":\"other pass 1234\"}")
        .says("Password updated");
  }

  @Test
  void aBrowserKnownByItsCookieKeepsItsOwnBudget() {
    owner.post("/logout").expect(200);
    failTenTimes(WRONG);
    login(RIGHT).refused(429, "too_many_attempts");

    owner.post("/login", RIGHT).expect(200);
    login(RIGHT).refused(429, "too_many_attempts");
  }

  @Test
  void theBudgetOfAKnownBrowserIsLimitedToo() {
    owner.post("/logout").expect(200);
    for (int i = 0; i < 10; i++) {
      owner.post("/login", WRONG).refused(401, "invalid_credentials");
    }
    owner.post("/login", RIGHT).refused(429, "too_many_attempts");
    login(RIGHT).expect(200);
  }

  @Test
  void aBrowserKnownToAnotherAccountIsAStranger() {
    TestClient other = server.registered("other@example.com");
    failTenTimes(WRONG);
    other.post("/login", RIGHT).refused(429, "too_many_attempts");
  }

  @Test
  void aBrowserIsKnownUntilThePasswordChanges() {
    TestClient stolen = owner.copy();
    owner
        .post(
            "/password",
            "{\"current_password\":\"securepass123\",\"new_password\":\"other pass 1234\"}")
        .expect(200);
    failTenTimes(WRONG);
    String changed = credentials("user@example.com", "other pass 1234");
    stolen.post("/login", changed).refused(429, "too_many_attempts");
    owner.post("/login", changed).expect(200);
  }

  @Test
  void anAlteredMarkOfABrowserIsAStrangers() {
    String mark = owner.cookie("__Host-thogits_device");
    char last = mark.charAt(mark.length() / 2);
    String altered =
        mark.substring(0, mark.length() / 2)
            + (last == 'A' ? 'B' : 'A')
            + mark.substring(mark.length() / 2 + 1);
    failTenTimes(WRONG);
    for (String value : List.of(altered, "x", "%00", "")) {
      server
          .client()
          .withCookie("__Host-thogits_device", value)
          .post("/login", RIGHT)
          .refused(429, "too_many_attempts");
    }
    server.client().withCookie("__Host-thogits_device", mark).post("/login", RIGHT).expect(200);
  }
}
