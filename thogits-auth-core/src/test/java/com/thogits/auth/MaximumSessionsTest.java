package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.totp.TotpSecret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaximumSessionsTest {
  private static final String EMAIL = "user@example.com";

  private final TestService service = new TestService();
  private final AuthService three = service.with(AuthSettings.DEFAULTS.withMaximumSessions(3));

  private SignedIn login() {
    service.clock.advance(Duration.ofSeconds(1));
    return (SignedIn) three.login(EMAIL, PASSWORD, LAPTOP);
  }

  private List<Boolean> alive(List<SessionToken> tokens) {
    return tokens.stream().map(service::isAlive).toList();
  }

  @Test
  void oneMoreLoginEndsTheOldest() {
    List<SessionToken> tokens = new ArrayList<>();
    tokens.add(three.register(EMAIL, PASSWORD, LAPTOP).token());
    tokens.add(login().token());
    tokens.add(login().token());
    assertThat(alive(tokens)).containsExactly(true, true, true);

    tokens.add(login().token());

    assertThat(alive(tokens)).containsExactly(false, true, true, true);
  }

  @Test
  void theDefaultIs100() {
    SignedIn first = service.register(EMAIL);
    for (int logins = 2; logins <= 100; logins++) {
      service.clock.advance(Duration.ofSeconds(1));
      service.login(EMAIL);
    }
    assertThat(service.isAlive(first.token())).isTrue();
    service.clock.advance(Duration.ofSeconds(1));

    SignedIn last = service.login(EMAIL);

    assertThat(service.isAlive(first.token())).isFalse();
    assertThat(service.auth.sessions(last.token())).hasSize(100);
  }

  @Test
  void theSessionThatJustBeganIsNeverTheOneToEnd() {
    AuthService one = service.with(AuthSettings.DEFAULTS.withMaximumSessions(1));
    service.register(EMAIL);
    for (int logins = 1; logins <= 20; logins++) {
      SignedIn signedIn = (SignedIn) one.login(EMAIL, PASSWORD, LAPTOP);
      assertThat(one.sessions(signedIn.token())).as("in the same millisecond").hasSize(1);
    }
  }

  @Test
  void whatHasEndedTakesNoPlace() {
    SignedIn first = three.register(EMAIL, PASSWORD, LAPTOP);
    for (int logins = 1; logins <= 5; logins++) {
      three.logout(login().token());
    }
    login();
    login();

    assertThat(service.isAlive(first.token())).isTrue();
  }

  @Test
  void anotherAccountsLoginsTakeNoPlace() {
    SignedIn first = three.register(EMAIL, PASSWORD, LAPTOP);
    three.register("other@example.com", PASSWORD, LAPTOP);
    for (int logins = 1; logins <= 5; logins++) {
      three.login("other@example.com", PASSWORD, LAPTOP);
    }

    assertThat(service.isAlive(first.token())).isTrue();
  }

  @Test
  void unfinishedLoginsEndNoSession() {
    SignedIn signedIn = service.enrol(EMAIL).signedIn();
    List<TotpRequired> partials = new ArrayList<>();
    for (int logins = 1; logins <= 5; logins++) {
      service.clock.advance(Duration.ofSeconds(1));
      partials.add((TotpRequired) three.login(EMAIL, PASSWORD, LAPTOP));
    }

    assertThat(service.isAlive(signedIn.token())).isTrue();
    assertThat(partials.stream().map(partial -> three.awaitsCode(partial.token())))
        .as("they are bounded too")
        .containsExactly(false, false, true, true, true);
  }

  @Test
  void aCompletedLoginEndsTheOldestSession() {
    TestService.Enrolled enrolled = service.enrol(EMAIL);
    TotpSecret secret = enrolled.secret();
    List<SessionToken> tokens = new ArrayList<>(List.of(enrolled.signedIn().token()));
    for (int logins = 1; logins <= 3; logins++) {
      service.clock.advance(TestService.STEP);
      TotpRequired partial = (TotpRequired) three.login(EMAIL, PASSWORD, LAPTOP);
      tokens.add(three.verifyTotp(partial.token(), service.code(secret, 0), LAPTOP).token());
    }

    assertThat(alive(tokens)).containsExactly(false, true, true, true);
  }
}
