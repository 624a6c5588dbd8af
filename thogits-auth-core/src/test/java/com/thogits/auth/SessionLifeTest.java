package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionLifeTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn signedIn;

  @BeforeEach
  void register() {
    signedIn = service.register("user@example.com");
  }

  @Test
  void authenticateTellsWhoseSessionItIs() {
    ActiveSession session = auth.authenticate(signedIn.token()).orElseThrow();

    assertThat(session.user()).isEqualTo(signedIn.user());
    assertThat(session.createdAt()).isEqualTo(service.clock.instant());
    assertThat(session.expiresAt()).isEqualTo(service.clock.instant().plus(Duration.ofDays(30)));
  }

  @Test
  void logoutEndsItOnTheServer() {
    auth.logout(signedIn.token());

    assertThat(service.isAlive(signedIn.token())).isFalse();
    assertThat(service.sessions.find(signedIn.token().hash())).isEmpty();
    assertRefused(AuthError.NOT_AUTHENTICATED, () -> auth.logout(signedIn.token()));
  }

  @Test
  void logoutLeavesOtherSessionsAlone() {
    SignedIn other = service.login("user@example.com");

    auth.logout(signedIn.token());

    assertThat(service.isAlive(other.token())).isTrue();
  }

  @Test
  void anUnknownTokenIsNobody() {
    SessionToken unknown = SessionToken.parse("A".repeat(43)).orElseThrow();

    assertThat(auth.authenticate(unknown)).isEmpty();
    assertRefused(AuthError.NOT_AUTHENTICATED, () -> auth.me(unknown));
  }

  @Test
  void endsWhenItIsNotUsedForSevenDays() {
    service.clock.advance(Duration.ofDays(7).minus(SECOND));
    assertThat(service.isAlive(signedIn.token())).as("use begins the limit anew").isTrue();

    service.clock.advance(Duration.ofDays(7).minus(SECOND));
    assertThat(service.isAlive(signedIn.token())).isTrue();

    service.clock.advance(Duration.ofDays(7));
    assertThat(service.isAlive(signedIn.token())).isFalse();
  }

  @Test
  void endsAfterThirtyDaysHoweverOftenItIsUsed() {
    for (int day = 1; day < 30; day++) {
      service.clock.advance(Duration.ofDays(1));
      assertThat(service.isAlive(signedIn.token())).isTrue();
    }
    service.clock.advance(Duration.ofDays(1).minus(SECOND));
    assertThat(service.isAlive(signedIn.token())).isTrue();

    service.clock.advance(SECOND);
    assertThat(service.isAlive(signedIn.token())).isFalse();
  }

  @Test
  void lifetimesAreSettings() {
    AuthService brief =
        service.with(
            AuthSettings.DEFAULTS
                .withSessionLifetime(Duration.ofHours(1))
                .withSessionIdleLimit(Duration.ofMinutes(10)));
    SignedIn idle = (SignedIn) brief.login("user@example.com", PASSWORD, LAPTOP);
    assertThat(idle.lifetime()).isEqualTo(Duration.ofHours(1));

    service.clock.advance(Duration.ofMinutes(10));

    assertThat(brief.authenticate(idle.token())).isEmpty();
  }

  @Test
  void lastUseIsWrittenAtMostOnceAMinute() {
    Instant start = lastSeen();

    service.clock.advance(MINUTE.minus(SECOND));
    auth.me(signedIn.token());
    assertThat(lastSeen()).isEqualTo(start);

    service.clock.advance(SECOND);
    auth.me(signedIn.token());
    assertThat(lastSeen()).isEqualTo(start.plus(MINUTE));
  }

  private Instant lastSeen() {
    return service.sessions.find(signedIn.token().hash()).orElseThrow().lastSeenAt();
  }

  @Test
  void deleteExpiredRemovesWhatEndedAndNothingElse() {
    SignedIn idle = service.login("user@example.com");
    service.clock.advance(Duration.ofDays(7).minus(SECOND));
    auth.me(signedIn.token());
    auth.deleteExpired();
    assertThat(service.sessions.find(idle.token().hash())).isPresent();

    service.clock.advance(SECOND);

    assertThat(auth.deleteExpired()).isEqualTo(1);
    assertThat(service.sessions.find(idle.token().hash())).isEmpty();
    assertThat(service.isAlive(signedIn.token())).isTrue();
  }
}
