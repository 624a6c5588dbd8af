package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.STEP;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.totp.TotpSecret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReauthenticationTest {
  private static final String EMAIL = "user@example.com";
  private static final Duration STALE = Duration.ofMinutes(10);

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn signedIn;
  private TotpSecret secret;

  @BeforeEach
  void enrol() {
    TestService.Enrolled enrolled = service.enrol(EMAIL);
    signedIn = enrolled.signedIn();
    secret = enrolled.secret();
    service.clock.advance(STALE);
  }

  private SignedIn reauthenticate() {
    return auth.reauthenticate(signedIn.token(), PASSWORD, service.code(secret, 0));
  }

  @Test
  void makesTheSessionFreshForTenMinutes() {
    assertRefused(
        AuthError.REAUTHENTICATION_REQUIRED, () -> auth.createRecoveryCodes(signedIn.token()));

    SignedIn fresh = reauthenticate();

    service.clock.advance(STALE.minusMillis(1));
    assertThat(auth.createRecoveryCodes(fresh.token())).hasSize(10);
    service.clock.advance(Duration.ofMillis(1));
    assertRefused(
        AuthError.REAUTHENTICATION_REQUIRED, () -> auth.createRecoveryCodes(fresh.token()));
  }

  @Test
  void goesOnUnderANewTokenWithTheOldEnd() {
    ActiveSession before = auth.session(signedIn.token());

    SignedIn fresh = reauthenticate();

    ActiveSession after = auth.session(fresh.token());
    assertThat(fresh.token()).isNotEqualTo(signedIn.token());
    assertThat(service.isAlive(signedIn.token())).isFalse();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.expiresAt()).isEqualTo(before.expiresAt());
    assertThat(fresh.lifetime())
        .isEqualTo(Duration.between(service.clock.instant(), before.expiresAt()));
    assertThat(after.provenAt()).isEqualTo(Instant.parse("2025-01-15T10:10:30.123Z"));
    assertThat(after.secondFactor()).isTrue();
  }

  @Test
  void leavesOtherSessionsAlone() {
    SignedIn other = service.loginWithCode(EMAIL, secret);
    service.clock.advance(STEP);

    reauthenticate();

    assertThat(service.isAlive(other.token())).isTrue();
  }

  @Test
  void withoutTotpThePasswordIsEnough() {
    SignedIn plain = service.register("plain@example.com");

    SignedIn fresh = auth.reauthenticate(plain.token(), PASSWORD, null);

    assertThat(service.isAlive(fresh.token())).isTrue();
    assertThat(auth.session(fresh.token()).secondFactor()).isFalse();
  }

  @Test
  void withTotpACodeIsNeededToo() {
    assertRefused(
        AuthError.INVALID_CODE, () -> auth.reauthenticate(signedIn.token(), PASSWORD, null));
    assertRefused(
        AuthError.INVALID_CODE, () -> auth.reauthenticate(signedIn.token(), PASSWORD, "12345"));
    assertRefused(
        AuthError.INVALID_CODE,
        () -> auth.reauthenticate(signedIn.token(), PASSWORD, service.wrongCode(secret)));

    assertRefused(
        AuthError.REAUTHENTICATION_REQUIRED, () -> auth.createRecoveryCodes(signedIn.token()));
    assertThat(service.isAlive(signedIn.token())).isTrue();
  }

  @Test
  void aRightCodeDoesNotMakeUpForAWrongPassword() {
    String code = service.code(secret, 0);

    assertRefused(
        AuthError.INCORRECT_PASSWORD,
        () -> auth.reauthenticate(signedIn.token(), "wrong guess", code));
    assertRefused(
        AuthError.REAUTHENTICATION_REQUIRED, () -> auth.createRecoveryCodes(signedIn.token()));

    assertThat(auth.reauthenticate(signedIn.token(), PASSWORD, code))
        .as("the code was not used")
        .isNotNull();
  }

  @Test
  void theCodeIsUsedUp() {
    String code = service.code(secret, 0);
    SignedIn fresh = auth.reauthenticate(signedIn.token(), PASSWORD, code);

    assertRefused(AuthError.INVALID_CODE, () -> auth.reauthenticate(fresh.token(), PASSWORD, code));
    assertRefused(
        AuthError.INVALID_CODE,
        () -> auth.verifyTotp(service.loginPartially(EMAIL).token(), code, LAPTOP));
  }

  @Test
  void wrongPasswordsAreCountedWithThoseOfOtherChanges() {
    for (int tries = 1; tries <= 5; tries++) {
      assertRefused(
          AuthError.INCORRECT_PASSWORD,
          () -> auth.reauthenticate(signedIn.token(), "wrong guess", service.code(secret, 0)));
      assertRefused(
          AuthError.INCORRECT_PASSWORD,
          () -> auth.changePassword(signedIn.token(), "wrong guess", "another good one"));
    }
    int before = service.hasher.hashes();

    AuthException refused = TestService.refusal(this::reauthenticate);

    assertThat(refused.error()).isEqualTo(AuthError.TOO_MANY_ATTEMPTS);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
    assertThat(service.hasher.hashes()).isEqualTo(before);
    service.clock.advance(Duration.ofSeconds(1));
    assertThat(reauthenticate()).isNotNull();
  }

  @Test
  void wrongCodesCountTowardsTheLock() {
    for (int tries = 1; tries <= 100; tries++) {
      service.clock.advance(Duration.ofMinutes(15));
      assertRefused(
          AuthError.INVALID_CODE,
          () -> auth.reauthenticate(signedIn.token(), PASSWORD, service.wrongCode(secret)));
    }

    assertRefused(AuthError.TOTP_LOCKED, this::reauthenticate);
  }

  @Test
  void aSuccessEndsARowOfWrongCodes() {
    for (int tries = 1; tries <= 9; tries++) {
      assertRefused(
          AuthError.INVALID_CODE,
          () -> auth.reauthenticate(signedIn.token(), PASSWORD, service.wrongCode(secret)));
    }
    signedIn = reauthenticate();
    service.clock.advance(STEP);
    for (int tries = 1; tries <= 9; tries++) {
      assertRefused(
          AuthError.INVALID_CODE,
          () -> auth.reauthenticate(signedIn.token(), PASSWORD, service.wrongCode(secret)));
    }

    assertThat(reauthenticate()).isNotNull();
  }

  @Test
  void needsASessionOfFullStanding() {
    TotpRequired partial = service.loginPartially(EMAIL);

    assertRefused(
        AuthError.NOT_AUTHENTICATED,
        () -> auth.reauthenticate(partial.token(), PASSWORD, service.code(secret, 0)));
  }
}
