package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static com.thogits.auth.TestService.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is set back opens nothing, breaks nothing, and makes nobody wait for it. */
@ParameterizedClass
@ValueSource(strings = {"PT1S", "PT31S", "PT1H", "P1D", "P400D"})
class ClockSetBackTest {
  private static final String EMAIL = "user@example.com";
  private static final String WRONG = "wrong password";

  private final TestService service = new TestService();
  private final Duration back;

  ClockSetBackTest(Duration back) {
    this.back = back;
  }

  private void setBack() {
    service.clock.advance(back.negated());
  }

  @Test
  void aUsedCodeStaysUsedAndNoEarlierOnePasses() {
    TestService.Enrolled enrolled = service.enrol(EMAIL);
    service.loginWithCode(EMAIL, enrolled.secret());
    String used = service.code(enrolled.secret(), 0);
    setBack();
    SessionToken partial = service.loginPartially(EMAIL).token();
    for (String code :
        List.of(used, service.code(enrolled.secret(), -1), service.code(enrolled.secret(), 0))) {
      assertRefused(AuthError.INVALID_CODE, () -> service.auth.verifyTotp(partial, code, LAPTOP));
    }
    assertRefused(
        AuthError.INVALID_CODE,
        () -> service.auth.verifyTotp(partial, service.wrongCode(enrolled.secret()), LAPTOP));

    service.clock.advance(back.plus(TestService.STEP));
    assertThat(service.loginWithCode(EMAIL, enrolled.secret()).user().email()).isEqualTo(EMAIL);
  }

  @Test
  void aSpentRecoveryCodeStaysSpentAndAnotherOneStillOpens() {
    TestService.Enrolled enrolled = service.enrol(EMAIL);
    List<String> codes = service.auth.createRecoveryCodes(enrolled.signedIn().token());
    SessionToken first = service.loginPartially(EMAIL).token();
    service.auth.verifyRecoveryCode(first, codes.get(0), LAPTOP);
    setBack();
    SessionToken partial = service.loginPartially(EMAIL).token();
    assertRefused(
        AuthError.INVALID_CODE,
        () -> service.auth.verifyRecoveryCode(partial, codes.get(0), LAPTOP));
    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> service.auth.verifyRecoveryCode(first, codes.get(1), LAPTOP));
    assertThat(service.auth.verifyRecoveryCode(partial, codes.get(1), LAPTOP)).isNotNull();
  }

  @Test
  void onlyTheRightPasswordPasses() {
    SignedIn before = service.register(EMAIL);
    service.auth.changePassword(before.token(), PASSWORD, "another good one");
    setBack();
    assertRefused(AuthError.INVALID_CREDENTIALS, () -> service.auth.login(EMAIL, PASSWORD, LAPTOP));
    assertThat(service.auth.login(EMAIL, "another good one", LAPTOP)).isInstanceOf(SignedIn.class);
  }

  @Test
  void whatWasEndedStaysEndedAndWhatLivesGoesOn() {
    SignedIn loggedOut = service.register(EMAIL);
    SignedIn outdated = service.login(EMAIL);
    SignedIn ended = service.login(EMAIL);
    service.auth.logout(loggedOut.token());
    service.auth.endSession(
        outdated.token(), service.sessions.find(ended.token().hash()).orElseThrow().id());
    SignedIn alive = service.auth.changePassword(outdated.token(), PASSWORD, "another good one");
    setBack();
    assertThat(List.of(loggedOut, outdated, ended))
        .noneMatch(session -> service.isAlive(session.token()));
    assertThat(service.isAlive(alive.token())).isTrue();
    assertThat(service.auth.sessions(alive.token())).hasSize(1);
  }

  @Test
  void anExpiredSessionThatWasRemovedStaysRemoved() {
    SignedIn signedIn = service.register(EMAIL);
    service.clock.advance(Duration.ofDays(31));
    assertThat(service.auth.deleteExpired()).isPositive();
    setBack();
    assertThat(service.isAlive(signedIn.token())).isFalse();
  }

  @Test
  void lastUseDoesNotGoBack() {
    SignedIn signedIn = service.register(EMAIL);
    Instant seen = service.sessions.find(signedIn.token().hash()).orElseThrow().lastSeenAt();
    setBack();
    assertThat(service.isAlive(signedIn.token())).isTrue();
    assertThat(service.sessions.find(signedIn.token().hash()).orElseThrow().lastSeenAt())
        .isEqualTo(seen);
  }

  @Test
  void aWaitForAnAccountIsNoLongerThanTheLongest() {
    service.register(EMAIL);
    Duration wait = guessUntilRefused();
    setBack();
    Duration longest = AttemptLimits.DEFAULTS.longestWait();
    assertThat(waitFor(EMAIL)).isLessThanOrEqualTo(longest).isGreaterThanOrEqualTo(wait);

    service.clock.advance(longest);
    assertThat(service.login(EMAIL).user().email()).isEqualTo(EMAIL);
  }

  private Duration guessUntilRefused() {
    for (int guess = 0; guess < AttemptLimits.DEFAULTS.freePasswordFailures(); guess++) {
      assertRefused(AuthError.INVALID_CREDENTIALS, () -> service.auth.login(EMAIL, WRONG, LAPTOP));
    }
    return waitFor(EMAIL);
  }

  private Duration waitFor(String email) {
    AuthException refused = refusal(() -> service.auth.login(email, PASSWORD, LAPTOP));
    assertThat(refused.error()).isEqualTo(AuthError.TOO_MANY_ATTEMPTS);
    return refused.retryAfter().orElseThrow();
  }

  @Test
  void aWaitForAnAddressIsNoLongerThanItsWindow() {
    AttemptLimits limits = AttemptLimits.DEFAULTS.withRegistrationsPerAddress(1);
    AuthService auth = service.with(AuthSettings.DEFAULTS.withLimits(limits));
    auth.register(EMAIL, PASSWORD, LAPTOP);
    setBack();
    AuthException refused = refusal(() -> auth.register("other@example.com", PASSWORD, LAPTOP));
    assertThat(refused.error()).isEqualTo(AuthError.TOO_MANY_ATTEMPTS);
    assertThat(refused.retryAfter().orElseThrow()).isLessThanOrEqualTo(limits.registrationWindow());

    service.clock.advance(limits.registrationWindow());
    assertThat(auth.register("other@example.com", PASSWORD, LAPTOP)).isNotNull();
  }

  @Test
  void aProofFromFarAheadIsNoProof() {
    SignedIn signedIn = service.register(EMAIL);
    service.enrol("other@example.com");
    setBack();
    SessionToken token = service.login(EMAIL).token();
    assertThat(service.auth.isSignedIn(token)).isTrue();
    AuthService strict = service.with(AuthSettings.DEFAULTS.withFreshSessionForChanges(true));
    assertThat(strict.setupTotp(token)).isNotNull();
    if (back.compareTo(AuthSettings.DEFAULTS.freshness()) > 0) {
      assertRefused(AuthError.REAUTHENTICATION_REQUIRED, () -> strict.setupTotp(signedIn.token()));
    }
  }

  @Test
  void everyDoorGoesOn() {
    SignedIn signedIn = service.register(EMAIL);
    setBack();
    service.auth.updateProfile(signedIn.token(), ProfileChange.displayName("Ann"));
    service.auth.sessions(signedIn.token());
    service.auth.deleteExpired();
    SignedIn again = service.auth.reauthenticate(signedIn.token(), PASSWORD, null);
    SignedIn other = service.login(EMAIL);
    service.auth.endOtherSessions(again.token());
    assertThat(service.isAlive(other.token())).isFalse();
    service.auth.register("second@example.com", PASSWORD, LAPTOP);
    assertThat(service.enrol("third@example.com")).isNotNull();
  }
}
