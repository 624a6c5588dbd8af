package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thogits.auth.totp.TotpSecret;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TotpVerifyTest {
  private static final String EMAIL = "user@example.com";
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn signedIn;
  private TotpSecret secret;

  @BeforeEach
  void enrol() {
    TestService.Enrolled enrolled = service.enrol(EMAIL);
    signedIn = enrolled.signedIn();
    secret = enrolled.secret();
  }

  private SignedIn verify(TotpRequired partial, String code) {
    return auth.verifyTotp(partial.token(), code, LAPTOP);
  }

  @Test
  void completesTheLoginUnderANewToken() {
    TotpRequired partial = service.loginPartially(EMAIL);

    SignedIn complete = verify(partial, service.code(secret, 0));

    assertThat(complete.user().hasTotp()).isTrue();
    assertThat(complete.token()).isNotEqualTo(partial.token());
    assertThat(complete.lifetime()).isEqualTo(Duration.ofDays(30));
    assertThat(service.isAlive(complete.token())).isTrue();
    assertRefused(AuthError.NO_PARTIAL_SESSION, () -> verify(partial, service.code(secret, 1)));
  }

  @Test
  void needsAPartialSession() {
    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> auth.verifyTotp(signedIn.token(), service.code(secret, 0), LAPTOP));
    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> auth.verifyTotp(SessionToken.parse("A".repeat(43)).orElseThrow(), "no", LAPTOP));
  }

  @Test
  void acceptsEachStepOnceAndNeverAnOlderOne() {
    String current = service.code(secret, 0);
    String next = service.code(secret, 1);
    verify(service.loginPartially(EMAIL), next);

    assertRefused(AuthError.INVALID_CODE, () -> verify(service.loginPartially(EMAIL), next));
    assertRefused(AuthError.INVALID_CODE, () -> verify(service.loginPartially(EMAIL), current));
  }

  @Test
  void aCodeOfVerifyIsUsedUpForDisableToo() {
    String code = service.code(secret, 0);
    SignedIn complete = verify(service.loginPartially(EMAIL), code);

    assertRefused(AuthError.INVALID_CODE, () -> auth.disableTotp(complete.token(), code));
  }

  @Test
  void waitsFiveMinutesForTheCode() {
    TotpRequired inTime = service.loginPartially(EMAIL);
    TotpRequired late = service.loginPartially(EMAIL);

    service.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(verify(inTime, service.code(secret, 0))).isNotNull();

    service.clock.advance(Duration.ofMillis(1));
    assertRefused(AuthError.NO_PARTIAL_SESSION, () -> verify(late, service.code(secret, 1)));
  }

  @Test
  void endsThePartialSessionWithTheFifthWrongCode() {
    TotpRequired partial = service.loginPartially(EMAIL);
    for (int tries = 1; tries <= 5; tries++) {
      assertRefused(AuthError.INVALID_CODE, () -> verify(partial, service.wrongCode(secret)));
    }

    assertThat(auth.awaitsCode(partial.token())).isFalse();
    assertRefused(AuthError.NO_PARTIAL_SESSION, () -> verify(partial, service.code(secret, 0)));
    assertThat(verify(service.loginPartially(EMAIL), service.code(secret, 0))).isNotNull();
  }

  @Test
  void theFifthCodeMayBeTheRightOne() {
    TotpRequired partial = service.loginPartially(EMAIL);
    for (int tries = 1; tries <= 4; tries++) {
      assertRefused(AuthError.INVALID_CODE, () -> verify(partial, service.wrongCode(secret)));
    }

    assertThat(verify(partial, service.code(secret, 0))).isNotNull();
  }

  @Test
  void aMalformedCodeCostsNoAttempt() {
    TotpRequired partial = service.loginPartially(EMAIL);
    for (int tries = 1; tries <= 20; tries++) {
      assertRefused(AuthError.INVALID_CODE, () -> verify(partial, "12345"));
    }

    assertThat(verify(partial, service.code(secret, 0))).isNotNull();
  }

  @Test
  void locksCodesAfter100WrongOnesInARowOverAllDoors() {
    guessWrong(99);
    assertThat(verify(waitAndLogIn(), service.code(secret, 0))).isNotNull();

    guessWrong(98);
    for (int tries = 1; tries <= 2; tries++) {
      service.clock.advance(LONGEST_WAIT);
      assertRefused(
          AuthError.INVALID_CODE,
          () -> auth.disableTotp(signedIn.token(), service.wrongCode(secret)));
    }

    assertRefused(AuthError.TOTP_LOCKED, () -> verify(waitAndLogIn(), service.code(secret, 0)));
    assertRefused(
        AuthError.TOTP_LOCKED, () -> auth.disableTotp(signedIn.token(), service.code(secret, 0)));
    assertThat(service.isAlive(signedIn.token())).as("a live session is not touched").isTrue();
  }

  @Test
  void theLockOutlivesTheCleaning() {
    guessWrong(100);
    service.clock.advance(Duration.ofDays(365));
    auth.deleteExpired();

    assertRefused(AuthError.TOTP_LOCKED, () -> verify(waitAndLogIn(), service.code(secret, 0)));
  }

  @Test
  void theLockIsASetting() {
    AuthService strict =
        service.with(
            AuthSettings.DEFAULTS.withLimits(
                AttemptLimits.DEFAULTS.withCodeFailuresUntilLock(3).withCodesPerPartialSession(2)));
    for (int tries = 1; tries <= 3; tries++) {
      TotpRequired partial = service.loginPartially(EMAIL);
      assertRefused(
          AuthError.INVALID_CODE,
          () -> strict.verifyTotp(partial.token(), service.wrongCode(secret), LAPTOP));
    }
    TotpRequired partial = service.loginPartially(EMAIL);

    for (int tries = 1; tries <= 5; tries++) {
      assertRefused(
          AuthError.TOTP_LOCKED,
          () -> strict.verifyTotp(partial.token(), service.code(secret, 0), LAPTOP));
    }
  }

  @Test
  void aRightCodeEndsARowOfWrongOnes() {
    guessWrong(9);
    verify(waitAndLogIn(), service.code(secret, 0));

    guessWrong(9);
    assertThat(waitAfterNextWrongCode()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aRightPasswordEndsNoRowOfWrongCodes() {
    guessWrong(9);
    service.loginPartially(EMAIL);

    assertThat(waitAfterNextWrongCode()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void waitsGrowFromTheTenthWrongCodeInARow() {
    guessWrong(9);
    assertThat(waitAfterNextWrongCode()).isEqualTo(Duration.ofSeconds(1));
    service.clock.advance(Duration.ofSeconds(1));
    assertThat(waitAfterNextWrongCode()).isEqualTo(Duration.ofSeconds(2));
    service.clock.advance(Duration.ofSeconds(2));
    assertThat(waitAfterNextWrongCode()).isEqualTo(Duration.ofSeconds(4));
  }

  private Duration waitAfterNextWrongCode() {
    TotpRequired partial = service.loginPartially(EMAIL);
    assertRefused(AuthError.INVALID_CODE, () -> verify(partial, service.wrongCode(secret)));
    AuthException refused =
        catchThrowableOfType(AuthException.class, () -> verify(partial, service.code(secret, 0)));
    assertThat(refused.error()).isEqualTo(AuthError.TOO_MANY_ATTEMPTS);
    return refused.retryAfter().orElseThrow();
  }

  @Test
  void waitingUsesUpNoTryOfALogin() {
    guessWrong(10);
    TotpRequired partial = service.loginPartially(EMAIL);
    for (int tries = 1; tries <= 20; tries++) {
      assertRefused(AuthError.TOO_MANY_ATTEMPTS, () -> verify(partial, service.code(secret, 0)));
    }
    service.clock.advance(Duration.ofSeconds(2));

    assertThat(verify(partial, service.code(secret, 0))).isNotNull();
  }

  /** Each guess by a login of its own: a right password clears no count of codes. */
  private void guessWrong(int times) {
    for (int tries = 1; tries <= times; tries++) {
      TotpRequired partial = waitAndLogIn();
      assertRefused(AuthError.INVALID_CODE, () -> verify(partial, service.wrongCode(secret)));
    }
  }

  private TotpRequired waitAndLogIn() {
    service.clock.advance(LONGEST_WAIT);
    return service.loginPartially(EMAIL);
  }
}
