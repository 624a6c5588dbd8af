package com.thogits.auth;

import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static com.thogits.auth.TestService.marked;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionListTest {
  private static final String EMAIL = "user@example.com";

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn first;
  private SignedIn second;
  private SignedIn third;

  @BeforeEach
  void beginThree() {
    first = service.register(EMAIL);
    second = loginFrom("198.51.100.7", "Firefox");
    third = loginFrom("203.0.113.5", "curl");
  }

  private SignedIn loginFrom(String address, String userAgent) {
    service.clock.advance(Duration.ofSeconds(1));
    Client client = new Client(address, userAgent, Optional.empty(), Optional.empty());
    return (SignedIn) auth.login(EMAIL, PASSWORD, client);
  }

  private Ulid id(SignedIn signedIn) {
    return auth.session(signedIn.token()).id();
  }

  private List<Ulid> ids(SignedIn asking) {
    return auth.sessions(asking.token()).stream().map(SessionInfo::id).toList();
  }

  @Test
  void tellsTheLiveSessionsInTheOrderOfTheirLogins() {
    service.clock.advance(Duration.ofMinutes(5));
    auth.me(second.token());

    List<SessionInfo> sessions = auth.sessions(second.token());

    Instant start = Instant.parse("2025-01-15T10:00:00.123Z");
    assertThat(sessions)
        .containsExactly(
            new SessionInfo(id(first), start, start, "192.0.2.1", "", false),
            new SessionInfo(
                id(second),
                start.plusSeconds(1),
                start.plusSeconds(302),
                "198.51.100.7",
                "Firefox",
                true),
            new SessionInfo(
                id(third),
                start.plusSeconds(2),
                start.plusSeconds(2),
                "203.0.113.5",
                "curl",
                false));
  }

  @Test
  void tellsNothingOfOtherAccounts() {
    SignedIn other = service.register("other@example.com");

    assertThat(ids(other)).containsExactly(id(other));
    assertThat(ids(first)).hasSize(3);
  }

  @Test
  void tellsNothingOfWhatHasEnded() {
    auth.logout(third.token());
    service.clock.advance(Duration.ofDays(6));
    auth.me(second.token());
    service.clock.advance(Duration.ofDays(1));

    assertThat(ids(second)).as("idle and logged out").hasSize(1);

    SignedIn changed = auth.changePassword(second.token(), PASSWORD, "another good one");
    assertThat(ids(changed)).hasSize(1);
  }

  @Test
  void aReissuedSessionKeepsItsNameAndItsPlace() {
    List<Ulid> before = ids(first);

    SignedIn fresh = auth.reauthenticate(first.token(), PASSWORD, null);

    assertThat(ids(fresh)).isEqualTo(before);
    assertThat(auth.sessions(fresh.token()).get(0).current()).isTrue();
  }

  @Test
  void unfinishedLoginsAreNotAmongThem() {
    SignedIn enrolled = service.enrol("totp@example.com").signedIn();
    service.loginPartially("totp@example.com");

    assertThat(auth.sessions(enrolled.token())).hasSize(1);
  }

  @Test
  void endsTheOneThatIsNamed() {
    auth.endSession(first.token(), id(third));

    assertThat(service.isAlive(third.token())).isFalse();
    assertThat(service.isAlive(first.token())).isTrue();
    assertThat(service.isAlive(second.token())).isTrue();
    assertThat(ids(first)).hasSize(2);
  }

  @Test
  void mayEndItself() {
    auth.endSession(first.token(), id(first));

    assertThat(service.isAlive(first.token())).isFalse();
    assertThat(service.isAlive(second.token())).isTrue();
  }

  @Test
  void findsNothingThatIsNotTheAccountsOwnOrNotAlive() {
    SignedIn other = service.register("other@example.com");
    Ulid others = id(other);
    Ulid ended = id(third);
    Ulid unknown = Ulid.create(service.clock.instant(), new SecureRandom());
    auth.logout(third.token());

    assertRefused(AuthError.NOT_FOUND, () -> auth.endSession(first.token(), others));
    assertRefused(AuthError.NOT_FOUND, () -> auth.endSession(first.token(), ended));
    assertRefused(AuthError.NOT_FOUND, () -> auth.endSession(first.token(), unknown));

    assertThat(service.isAlive(other.token())).isTrue();
  }

  @Test
  void endOthersEndsAllButTheOneThatAsks() {
    Duration lifetime = auth.endOtherSessions(second.token()).lifetime();

    assertThat(lifetime).isEqualTo(Duration.ofDays(30).minusSeconds(1));
    assertThat(service.isAlive(first.token())).isFalse();
    assertThat(service.isAlive(third.token())).isFalse();
    assertThat(service.isAlive(second.token())).as("the old token").isFalse();
  }

  @Test
  void endOthersGoesOnUnderANewToken() {
    Ulid name = id(second);
    SignedIn on = auth.endOtherSessions(second.token());

    assertThat(on.token()).isNotEqualTo(second.token());
    assertThat(ids(on)).containsExactly(name);
    assertThat(service.login(EMAIL)).as("nothing else has changed").isNotNull();
  }

  @Test
  void endOthersEndsUnfinishedLogins() {
    TestService.Enrolled enrolled = service.enrol("totp@example.com");
    TotpRequired partial = service.loginPartially("totp@example.com");

    SignedIn on = auth.endOtherSessions(enrolled.signedIn().token());

    assertThat(auth.awaitsCode(partial.token())).isFalse();
    assertThat(auth.session(on.token()).secondFactor()).isTrue();
  }

  @Test
  void endOthersMakesNothingFresh() {
    SignedIn enrolled = service.enrol("totp@example.com").signedIn();
    service.clock.advance(Duration.ofMinutes(10));

    SignedIn on = auth.endOtherSessions(enrolled.token());

    assertRefused(AuthError.REAUTHENTICATION_REQUIRED, () -> auth.createRecoveryCodes(on.token()));
  }

  @Test
  void endOthersVoidsTheDeviceTokensOfOthersAndRenewsItsOwn() {
    SignedIn on = auth.endOtherSessions(second.token());
    useUpTheStrangersBudget();

    assertRefused(
        AuthError.TOO_MANY_ATTEMPTS, () -> auth.login(EMAIL, PASSWORD, marked(first.device())));
    assertThat(auth.login(EMAIL, PASSWORD, marked(on.device()))).isNotNull();
  }

  @Test
  void oneSessionIsOneKnownBrowserHoweverOftenItsTokenChanges() {
    SignedIn again = first;
    for (int tries = 1; tries <= 10; tries++) {
      DeviceToken device = again.device();
      assertRefused(
          AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, "wrong guess", marked(device)));
      again = auth.disableTotp(again.token(), null);
    }

    DeviceToken device = again.device();
    assertRefused(
        AuthError.TOO_MANY_ATTEMPTS, () -> auth.login(EMAIL, "wrong guess", marked(device)));
  }

  private void useUpTheStrangersBudget() {
    for (int tries = 1; tries <= 10; tries++) {
      assertRefused(
          AuthError.INVALID_CREDENTIALS,
          () -> auth.login(EMAIL, "wrong guess", Client.at("198.51.100.99")));
    }
  }
}
