package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthOperatorTest {
  private static final String EMAIL = "user@example.com";
  private static final Ulid NOBODY = new Ulid(1, 1);

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private final AuthOperator operator = service.operator;
  private TestService.Enrolled enrolled;
  private SignedIn signedIn;
  private SignedIn other;
  private Ulid id;

  @BeforeEach
  void enrolOneOfTwo() {
    other = service.register("other@example.com");
    enrolled = service.enrol(EMAIL);
    signedIn = enrolled.signedIn();
    id = signedIn.user().userId();
  }

  @Test
  void findsAnAccountByItsEmailWithoutRegardToCase() {
    assertThat(operator.find("USER@example.com")).contains(signedIn.user());
    assertThat(operator.find("nobody@example.com")).isEmpty();
    assertThat(operator.find("no e-mail")).isEmpty();
  }

  @Test
  void saysWhenThereIsNoSuchAccount() {
    assertThat(operator.endSessions(NOBODY)).isFalse();
    assertThat(operator.disableTotp(NOBODY)).isFalse();
    assertThat(operator.clearAttempts(NOBODY)).isFalse();
    assertThat(operator.requireNewPassword(NOBODY)).isFalse();
    assertThat(operator.deleteAccount(NOBODY)).isFalse();
  }

  @Test
  void endsTheSessionsAndUnfinishedLoginsOfOneAccount() {
    TotpRequired partial = service.loginPartially(EMAIL);

    assertThat(operator.endSessions(id)).isTrue();

    assertThat(service.isAlive(signedIn.token())).isFalse();
    assertThat(auth.awaitsCode(partial.token())).isFalse();
    assertThat(service.isAlive(other.token())).isTrue();
    assertThat(service.loginWithCode(EMAIL, enrolled.secret())).isNotNull();
  }

  @Test
  void endsTheSessionsOfAllAccounts() {
    TotpRequired partial = service.loginPartially(EMAIL);

    assertThat(operator.endAllSessions()).isEqualTo(3);

    assertThat(service.isAlive(signedIn.token())).isFalse();
    assertThat(service.isAlive(other.token())).isFalse();
    assertThat(auth.awaitsCode(partial.token())).isFalse();
    assertThat(operator.endAllSessions()).isZero();
  }

  @Test
  void turnsTotpOff() {
    List<String> codes = auth.createRecoveryCodes(signedIn.token());
    TotpRequired partial = service.loginPartially(EMAIL);

    assertThat(operator.disableTotp(id)).isTrue();

    assertThat(service.isAlive(signedIn.token())).isFalse();
    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> auth.verifyRecoveryCode(partial.token(), codes.get(0), LAPTOP));
    assertThat(service.login(EMAIL).user().hasTotp()).isFalse();
    assertThat(service.stored(EMAIL).totp().recoveryCodes()).isEmpty();
  }

  @Test
  void clearsWrongPasswordsOfStrangersAndOfWhoHoldsASession() {
    for (int tries = 1; tries <= 10; tries++) {
      assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, "wrong guess", LAPTOP));
      assertRefused(
          AuthError.INCORRECT_PASSWORD,
          () -> auth.changePassword(signedIn.token(), "wrong guess", "another good one"));
    }
    assertRefused(AuthError.TOO_MANY_ATTEMPTS, () -> auth.login(EMAIL, PASSWORD, LAPTOP));

    assertThat(operator.clearAttempts(id)).isTrue();

    assertThat(service.loginPartially(EMAIL)).isNotNull();
    assertThat(auth.changePassword(signedIn.token(), PASSWORD, "another good one")).isNotNull();
  }

  @Test
  void opensALockOfCodes() {
    for (int tries = 1; tries <= 100; tries++) {
      service.clock.advance(Duration.ofMinutes(15));
      assertRefused(
          AuthError.INVALID_CODE,
          () -> auth.disableTotp(signedIn.token(), service.wrongCode(enrolled.secret())));
    }
    String code = service.code(enrolled.secret(), 0);
    assertRefused(AuthError.TOTP_LOCKED, () -> auth.disableTotp(signedIn.token(), code));

    assertThat(operator.clearAttempts(id)).isTrue();

    assertThat(auth.disableTotp(signedIn.token(), code)).isNotNull();
  }

  @Test
  void opensALockOfCodesByTurningThemOff() {
    for (int tries = 1; tries <= 100; tries++) {
      service.clock.advance(Duration.ofMinutes(15));
      assertRefused(
          AuthError.INVALID_CODE,
          () -> auth.disableTotp(signedIn.token(), service.wrongCode(enrolled.secret())));
    }
    operator.disableTotp(id);
    SignedIn plain = service.login(EMAIL);
    auth.setupTotp(plain.token());

    assertThat(
            new CodeAttempts(new Throttle(service.attempts, service.clock), AuthSettings.DEFAULTS)
                .isLocked(service.stored(EMAIL)))
        .isFalse();
  }

  @Test
  void demandsANewPassword() {
    assertThat(operator.requireNewPassword(other.user().userId())).isTrue();

    assertThat(service.isAlive(other.token())).isFalse();
    SignedIn again = service.login("other@example.com");
    assertRefused(AuthError.PASSWORD_CHANGE_REQUIRED, () -> auth.me(again.token()));
  }

  @Test
  void deletesAnAccountItsSessionsAndItsCounts() {
    TotpRequired partial = service.loginPartially(EMAIL);
    for (int tries = 1; tries <= 10; tries++) {
      assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, "wrong guess", LAPTOP));
    }

    assertThat(operator.deleteAccount(id)).isTrue();

    assertThat(operator.find(EMAIL)).isEmpty();
    assertThat(service.sessions.findByUser(id)).isEmpty();
    assertThat(service.isAlive(signedIn.token())).isFalse();
    assertThat(auth.awaitsCode(partial.token())).isFalse();
    assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, PASSWORD, LAPTOP));
    assertThat(operator.deleteAccount(id)).isFalse();
    assertThat(service.isAlive(other.token())).isTrue();
  }

  @Test
  void aDeletedAccountsEmailIsFree() {
    operator.deleteAccount(id);

    SignedIn next = service.register(EMAIL);

    assertThat(next.user().userId()).isNotEqualTo(id);
    assertThat(next.user().hasTotp()).isFalse();
    assertThat(service.isAlive(signedIn.token())).isFalse();
  }
}
