package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits on passwords: per account, per address, per known browser. */
class PasswordAttemptsTest {
  private static final String EMAIL = "user@example.com";
  private static final Client STRANGER = Client.at("198.51.100.7");

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn signedIn;

  @BeforeEach
  void register() {
    signedIn = service.register(EMAIL);
  }

  private void fail(int times, String email, Client client) {
    for (int tries = 1; tries <= times; tries++) {
      assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(email, "wrong guess", client));
    }
  }

  private AuthException refusal(String email, String password, Client client) {
    AuthException refused =
        catchThrowableOfType(AuthException.class, () -> auth.login(email, password, client));
    assertThat(refused.error()).isEqualTo(AuthError.TOO_MANY_ATTEMPTS);
    return refused;
  }

  private Duration wait(String email, String password, Client client) {
    return refusal(email, password, client).retryAfter().orElseThrow();
  }

  @Test
  void tenFailuresAreFreeThenWaitsGrow() {
    fail(10, EMAIL, LAPTOP);
    assertThat(wait(EMAIL, PASSWORD, LAPTOP)).isEqualTo(Duration.ofSeconds(1));

    for (int seconds = 1; seconds <= 512; seconds *= 2) {
      service.clock.advance(Duration.ofSeconds(seconds));
      fail(1, EMAIL, LAPTOP);
      assertThat(wait(EMAIL, PASSWORD, LAPTOP))
          .isEqualTo(Duration.ofSeconds(Math.min(2L * seconds, 900)));
    }
    service.clock.advance(Duration.ofMinutes(15));
    fail(1, EMAIL, LAPTOP);
    assertThat(wait(EMAIL, PASSWORD, LAPTOP)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void whileAnAccountWaitsNothingIsHashedAndEveryPasswordIsAnsweredAlike() {
    fail(10, EMAIL, LAPTOP);
    int before = service.hasher.hashes();

    AuthException right = refusal(EMAIL, PASSWORD, LAPTOP);
    AuthException wrong = refusal(EMAIL, "wrong guess", LAPTOP);

    assertThat(right).hasMessage(wrong.getMessage());
    assertThat(right.retryAfter()).isEqualTo(wrong.retryAfter());
    assertThat(service.hasher.hashes()).isEqualTo(before);
  }

  @Test
  void anUnknownEmailCountsLikeAKnownOne() {
    fail(10, "nobody@example.com", LAPTOP);

    assertThat(wait("NOBODY@example.com", PASSWORD, LAPTOP)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whatIsNoEmailIsCountedToo() {
    fail(10, "no e-mail", LAPTOP);

    assertThat(wait("NO e-mail", PASSWORD, LAPTOP)).isEqualTo(Duration.ofSeconds(1));
    fail(10, "another text", LAPTOP);
  }

  @Test
  void itIsNeverALock() {
    fail(10, EMAIL, STRANGER);
    for (int guesses = 0; guesses < 200; guesses++) {
      service.clock.advance(Duration.ofMinutes(15));
      fail(1, EMAIL, STRANGER);
    }
    service.clock.advance(Duration.ofMinutes(15));

    assertThat(service.login(EMAIL)).isNotNull();
  }

  @Test
  void aSuccessClearsTheAccountsCount() {
    fail(9, EMAIL, LAPTOP);
    service.login(EMAIL);

    fail(10, EMAIL, LAPTOP);
    assertThat(wait(EMAIL, PASSWORD, LAPTOP)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void anAddressHas100FailuresIn15MinutesWhicheverTheAccounts() {
    for (int account = 0; account < 100; account++) {
      fail(1, "user" + account + "@example.com", STRANGER);
    }
    service.clock.advance(Duration.ofMinutes(5));

    assertThat(wait(EMAIL, PASSWORD, STRANGER)).isEqualTo(Duration.ofMinutes(10));
    assertThat(service.login(EMAIL)).as("from another address").isNotNull();

    service.clock.advance(Duration.ofMinutes(10));
    assertThat(auth.login(EMAIL, PASSWORD, STRANGER)).isNotNull();
  }

  @Test
  void aSuccessNeverClearsTheAddresssCount() {
    for (int account = 0; account < 99; account++) {
      fail(1, "user" + account + "@example.com", STRANGER);
    }
    for (int logins = 0; logins < 10; logins++) {
      assertThat(auth.login(EMAIL, PASSWORD, STRANGER)).as("successes count nothing").isNotNull();
    }
    fail(1, "another@example.com", STRANGER);

    assertThat(wait(EMAIL, PASSWORD, STRANGER)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void anIpv6AddressCountsByItsNetwork() {
    for (int host = 0; host < 100; host++) {
      fail(
          1,
          "user" + host + "@example.com",
          Client.at("2001:db8:1:2::" + Integer.toHexString(host)));
    }

    assertThat(wait(EMAIL, PASSWORD, Client.at("2001:db8:1:2:ffff::1"))).isPositive();
    assertThat(auth.login(EMAIL, PASSWORD, Client.at("2001:db8:1:3::1"))).isNotNull();
  }

  @Test
  void anAddressMayTry300RegistrationsAnHour() {
    for (int account = 1; account < 300; account++) {
      service.register("user" + account + "@example.com");
    }

    AuthException refused =
        catchThrowableOfType(AuthException.class, () -> service.register("more@example.com"));
    assertThat(refused.error()).isEqualTo(AuthError.TOO_MANY_ATTEMPTS);
    assertThat(refused.retryAfter()).contains(Duration.ofHours(1));
    assertThat(auth.register("other@example.com", PASSWORD, STRANGER)).isNotNull();

    service.clock.advance(Duration.ofHours(1));
    assertThat(service.register("more@example.com")).isNotNull();
  }

  @Test
  void aLiveSessionIsNotTouchedByGuessing() {
    fail(10, EMAIL, STRANGER);

    assertThat(service.isAlive(signedIn.token())).isTrue();
    assertThat(auth.changePassword(signedIn.token(), PASSWORD, "another good one")).isNotNull();
  }

  @Test
  void whoeverHoldsASessionIsLimitedToo() {
    for (int tries = 1; tries <= 10; tries++) {
      assertRefused(
          AuthError.INCORRECT_PASSWORD,
          () -> auth.changePassword(signedIn.token(), "wrong guess", "another good one"));
    }

    assertRefused(
        AuthError.TOO_MANY_ATTEMPTS,
        () -> auth.changePassword(signedIn.token(), PASSWORD, "another good one"));
    assertThat(service.login(EMAIL)).as("logins are counted apart").isNotNull();
    SignedIn other = service.register("other@example.com");
    assertThat(auth.changePassword(other.token(), PASSWORD, "another good one"))
        .as("accounts are counted apart")
        .isNotNull();
  }

  @Test
  void aKnownBrowserNoticesNothingOf1000WrongPasswordsAnHour() {
    Client known = new Client("192.0.2.1", "", Optional.empty(), Optional.of(signedIn.device()));
    for (int guess = 0; guess < 1000; guess++) {
      Client attacker = Client.at("198.51." + guess / 250 + "." + guess % 250);
      assertThat(
              catchThrowableOfType(
                  AuthException.class, () -> auth.login(EMAIL, "wrong guess", attacker)))
          .isNotNull();
      service.clock.advance(Duration.ofMillis(3600));
      if (guess % 100 == 99) {
        assertThat(auth.login(EMAIL, PASSWORD, known)).isInstanceOf(SignedIn.class);
        assertThat(service.isAlive(signedIn.token())).isTrue();
      }
    }
    refusal(EMAIL, PASSWORD, LAPTOP);
  }

  @Test
  void aKnownBrowserHasABudgetOfItsOwnAndNoMore() {
    Client known = new Client("192.0.2.1", "", Optional.empty(), Optional.of(signedIn.device()));
    fail(10, EMAIL, known);

    assertThat(wait(EMAIL, PASSWORD, known)).isEqualTo(Duration.ofSeconds(1));
    assertThat(service.login(EMAIL)).as("a stranger's budget").isNotNull();
    DeviceToken another = service.login(EMAIL).device();
    assertThat(auth.login(EMAIL, PASSWORD, TestService.marked(another)))
        .as("another browser's budget")
        .isNotNull();
  }

  @Test
  void aDeviceTokenIsWorthNothingForAnotherAccountOrAfterAChangeOfCredentials() {
    SignedIn other = service.register("other@example.com");
    fail(10, EMAIL, STRANGER);

    assertRefusedWith(other.device());
    assertRefusedWith(DeviceToken.parse("forged").orElseThrow());
    DeviceToken before = signedIn.device();
    auth.changePassword(signedIn.token(), PASSWORD, PASSWORD + " 2");
    assertRefusedWith(before);
  }

  private void assertRefusedWith(DeviceToken device) {
    refusal(EMAIL, PASSWORD, new Client("192.0.2.9", "", Optional.empty(), Optional.of(device)));
  }

  @Test
  void limitsAreSettings() {
    AuthService strict =
        service.with(
            AuthSettings.DEFAULTS.withLimits(
                AttemptLimits.DEFAULTS
                    .withFreePasswordFailures(2)
                    .withLongestWait(Duration.ofSeconds(3))));
    for (int tries = 0; tries < 5; tries++) {
      service.clock.advance(Duration.ofSeconds(3));
      assertRefused(
          AuthError.INVALID_CREDENTIALS, () -> strict.login(EMAIL, "wrong guess", LAPTOP));
    }

    AuthException refused =
        catchThrowableOfType(AuthException.class, () -> strict.login(EMAIL, PASSWORD, LAPTOP));
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(3));
  }

  @Test
  void whatIsRefusedForTheAccountsSakeCostsTheAddressNothing() {
    fail(10, EMAIL, STRANGER);
    for (int tries = 1; tries <= 200; tries++) {
      refusal(EMAIL, PASSWORD, STRANGER);
    }

    fail(10, "nobody@example.com", STRANGER);
  }

  @Test
  void aNodeWhoseClockIsBehindSeesNoWaitWhereThereIsNone() {
    fail(2, EMAIL, LAPTOP);
    service.clock.advance(Duration.ofSeconds(-5));

    fail(1, EMAIL, LAPTOP);
    assertThat(service.login(EMAIL)).isNotNull();
    assertThat(service.register("other@example.com")).isNotNull();
  }

  @Test
  void aCountIsForgottenAfter30DaysWithoutATry() {
    fail(10, EMAIL, LAPTOP);
    service.clock.advance(Duration.ofDays(30).minusMillis(1));
    fail(1, EMAIL, LAPTOP);
    assertThat(wait(EMAIL, PASSWORD, LAPTOP)).isEqualTo(Duration.ofSeconds(2));

    service.clock.advance(Duration.ofDays(30));
    fail(10, EMAIL, LAPTOP);
  }

  @Test
  void deleteExpiredForgetsCountsThatAreOver() {
    fail(1, EMAIL, LAPTOP);
    service.clock.advance(Duration.ofMinutes(59));
    assertThat(auth.deleteExpired()).as("the address's window of logins").isEqualTo(1);
    service.clock.advance(Duration.ofMinutes(1));
    assertThat(auth.deleteExpired()).as("the address's window of registrations").isEqualTo(1);
    assertThat(auth.deleteExpired()).isZero();
  }
}
