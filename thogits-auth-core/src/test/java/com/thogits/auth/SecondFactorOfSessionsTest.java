package com.thogits.auth;

import static com.thogits.auth.TestService.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.TestService.Enrolled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session's row says of the second factor, from its login to its end. */
class SecondFactorOfSessionsTest {
  private static final String EMAIL = "user@example.com";

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;

  private Session stored(SessionToken token) {
    return service.sessions.find(token.hash()).orElseThrow();
  }

  @Test
  void anUnfinishedLoginHasNone() {
    service.enrol(EMAIL);

    assertThat(stored(service.loginPartially(EMAIL).token()).secondFactor()).isFalse();
  }

  @Test
  void aLoginWithACodeHasItUntilTotpIsTurnedOff() {
    Enrolled enrolled = service.enrol(EMAIL);
    SignedIn signedIn = service.loginWithCode(EMAIL, enrolled.secret());
    assertThat(stored(signedIn.token()).secondFactor()).isTrue();

    SignedIn changed = auth.changePassword(signedIn.token(), PASSWORD, "another good one");
    assertThat(stored(changed.token()).secondFactor()).isTrue();

    service.clock.advance(TestService.STEP);
    SignedIn off = auth.disableTotp(changed.token(), service.code(enrolled.secret(), 0));
    assertThat(stored(off.token()).secondFactor()).isFalse();
  }

  @Test
  void aSessionWithoutItGainsItByACodeAlone() {
    Enrolled enrolled = service.enrol(EMAIL);
    SignedIn signedIn = enrolled.signedIn();
    Session session = stored(signedIn.token());
    Session without = session.reissued(service.stored(EMAIL), false, session.provenAt());
    assertThat(service.sessions.replace(session.token(), without)).isTrue();

    SignedIn on = auth.endOtherSessions(signedIn.token());
    assertThat(stored(on.token()).secondFactor()).isFalse();

    SignedIn proven = auth.reauthenticate(on.token(), PASSWORD, service.code(enrolled.secret(), 0));
    assertThat(stored(proven.token()).secondFactor()).isTrue();
    assertThat(List.of(signedIn.token(), on.token())).noneMatch(service::isAlive);
  }
}
