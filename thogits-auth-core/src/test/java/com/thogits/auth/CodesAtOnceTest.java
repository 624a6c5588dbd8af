package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.TestService.Enrolled;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits on codes where two act at once, or a write is lost, played move by move. */
class CodesAtOnceTest {
  private static final String EMAIL = "user@example.com";

  private final TestService service = new TestService();
  private Enrolled enrolled;
  private Runnable meanwhile = () -> {};

  @BeforeEach
  void enrol() {
    enrolled = service.enrol(EMAIL);
  }

  @Test
  void aLoginOfFiveWrongCodesIsOverEvenIfItsEndWasNotWritten() {
    Breakable<SessionStore> sessions =
        new Breakable<>(SessionStore.class, service.sessions, new StoreException("sessions"));
    AuthService auth =
        AuthService.builder(service.users, sessions.face, service.attempts, service.keys)
            .clock(service.clock)
            .hasher(service.hasher)
            .build();
    SessionToken partial = service.loginPartially(EMAIL).token();
    String wrong = service.wrongCode(enrolled.secret());
    for (int tries = 1; tries <= 4; tries++) {
      assertRefused(AuthError.INVALID_CODE, () -> auth.verifyTotp(partial, wrong, LAPTOP));
    }
    sessions.breakDown("delete");
    assertThatThrownBy(() -> auth.verifyTotp(partial, wrong, LAPTOP))
        .isInstanceOf(StoreException.class);
    sessions.repair();

    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> auth.verifyTotp(partial, service.code(enrolled.secret(), 0), LAPTOP));
  }

  @Test
  void theLockHoldsForACodeThatCameWhileTheLastOneWasCounted() {
    AuthService auth =
        AuthService.builder(service.users, service.sessions, attemptsWithAPause(), service.keys)
            .clock(service.clock)
            .hasher(service.hasher)
            .settings(
                AuthSettings.DEFAULTS.withLimits(
                    AttemptLimits.DEFAULTS.withCodeFailuresUntilLock(1)))
            .build();
    SessionToken first = ((TotpRequired) auth.login(EMAIL, PASSWORD, LAPTOP)).token();
    SessionToken second = ((TotpRequired) auth.login(EMAIL, PASSWORD, LAPTOP)).token();
    String wrong = service.wrongCode(enrolled.secret());
    meanwhile =
        () -> assertRefused(AuthError.INVALID_CODE, () -> auth.verifyTotp(second, wrong, LAPTOP));

    assertRefused(
        AuthError.TOTP_LOCKED,
        () -> auth.verifyTotp(first, service.code(enrolled.secret(), 0), LAPTOP));
  }

  /** After the account's count of codes was read for the first time, something else goes on. */
  private AttemptStore attemptsWithAPause() {
    return (AttemptStore)
        Proxy.newProxyInstance(
            AttemptStore.class.getClassLoader(),
            new Class<?>[] {AttemptStore.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(service.attempts, arguments);
              if (method.getName().equals("find") && arguments[0].toString().startsWith("totp:")) {
                Runnable now = meanwhile;
                meanwhile = () -> {};
                now.run();
              }
              return answer;
            });
  }
}
