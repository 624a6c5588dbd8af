package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.TestService.Enrolled;
import com.thogits.auth.totp.TotpSecret;
import org.junit.jupiter.api.Test;

/** A session or its account that changes while another request is at work, move by move. */
class SessionsAtOnceTest {
  private static final String EMAIL = "user@example.com";
  private static final String NEW = "another good one";

  private final TestService service = new TestService();
  private final Meanwhile<UserStore> users = new Meanwhile<>(UserStore.class, service.users);
  private final Meanwhile<SessionStore> sessions =
      new Meanwhile<>(SessionStore.class, service.sessions);
  private final AuthService auth =
      AuthService.builder(users.face, sessions.face, service.attempts, service.keys)
          .clock(service.clock)
          .hasher(service.hasher)
          .listener(service.events::add)
          .build();

  @Test
  void aLoginThatAnotherCodeCompletedFirstIsNotCompletedTwice() {
    Enrolled enrolled = service.enrol(EMAIL);
    String recovery = service.auth.createRecoveryCodes(enrolled.signedIn().token()).get(0);
    SessionToken partial = service.loginPartially(EMAIL).token();
    sessions.beforeNext(
        "replace", () -> service.auth.verifyRecoveryCode(partial, recovery, LAPTOP));

    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> auth.verifyTotp(partial, service.code(enrolled.secret(), 0), LAPTOP));

    assertThat(service.auth.sessions(enrolled.signedIn().token())).hasSize(2);
  }

  @Test
  void aSessionThatTheOperatorEndedMeanwhileIsNotCarriedOverAChange() {
    SignedIn signedIn = service.register(EMAIL);
    sessions.beforeNext("replace", service.operator::endAllSessions);

    assertRefused(
        AuthError.NOT_AUTHENTICATED, () -> auth.changePassword(signedIn.token(), PASSWORD, NEW));
  }

  @Test
  void aSessionThatLoggedOutMeanwhileIsNotReauthenticated() {
    SignedIn signedIn = service.register(EMAIL);
    sessions.beforeNext("replace", () -> service.auth.logout(signedIn.token()));

    assertRefused(
        AuthError.NOT_AUTHENTICATED, () -> auth.reauthenticate(signedIn.token(), PASSWORD, null));
  }

  @Test
  void ofTwoWhoEndASessionOneIsToldThatItIsGone() {
    SignedIn asking = service.register(EMAIL);
    SignedIn other = service.login(EMAIL);
    Ulid id = service.auth.session(other.token()).id();
    sessions.beforeNext("delete", () -> service.auth.endSession(asking.token(), id));

    assertRefused(AuthError.NOT_FOUND, () -> auth.endSession(asking.token(), id));
  }

  @Test
  void aPendingSecretThatWasForgottenMeanwhileIsNotConfirmed() {
    SignedIn signedIn = service.register(EMAIL);
    TotpSecret pending = TotpSecret.ofBase32(service.auth.setupTotp(signedIn.token()).secret());
    users.beforeNext("replace", () -> service.auth.disableTotp(signedIn.token(), null));

    assertRefused(
        AuthError.NO_PENDING_TOTP,
        () -> auth.confirmTotp(signedIn.token(), service.code(pending, 0)));

    assertThat(service.stored(EMAIL).totp()).isEqualTo(TotpEnrolment.NONE);
  }

  @Test
  void aLoginThatAPasswordChangeEndedIsNoWrongCode() {
    Enrolled enrolled = service.enrol(EMAIL);
    SessionToken partial = service.loginPartially(EMAIL).token();
    users.beforeNext(
        "replace", () -> service.auth.changePassword(enrolled.signedIn().token(), PASSWORD, NEW));

    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> auth.verifyTotp(partial, service.code(enrolled.secret(), 0), LAPTOP));

    assertThat(service.notices())
        .contains(AuthEvent.Notice.PASSWORD_CHANGED)
        .doesNotContain(AuthEvent.Notice.WRONG_CODE_AFTER_RIGHT_PASSWORD);
  }

  /** As a writer of the store would leave it who takes TOTP out and raises no epoch. */
  @Test
  void aLoginThatWaitsForACodeOfAnAccountWithoutTotpIsOver() {
    Enrolled enrolled = service.enrol(EMAIL);
    SessionToken partial = service.loginPartially(EMAIL).token();
    assertThat(service.users.replace(service.stored(EMAIL).withTotp(TotpEnrolment.NONE))).isTrue();

    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> auth.verifyTotp(partial, service.code(enrolled.secret(), 0), LAPTOP));
  }
}
