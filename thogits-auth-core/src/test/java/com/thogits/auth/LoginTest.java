package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static com.thogits.auth.TestService.presenting;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.TestService.Enrolled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn registered;

  @BeforeEach
  void register() {
    registered = service.register("user@example.com");
  }

  @Test
  void signsInUnderANewToken() {
    SignedIn signedIn = service.login("user@example.com");

    assertThat(signedIn.user()).isEqualTo(registered.user());
    assertThat(signedIn.token()).isNotEqualTo(registered.token());
    assertThat(service.isAlive(signedIn.token())).isTrue();
    assertThat(service.isAlive(registered.token())).as("another session").isTrue();
  }

  @Test
  void comparesTheEmailWithoutRegardToCase() {
    assertThat(service.login("USER@EXAMPLE.COM").user().email()).isEqualTo("user@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Correct horse battery",
        "correct horse batter",
        "correct horse battery ",
        " correct horse battery",
        "correct horse battery\0",
        ""
      })
  void refusesEveryOtherPassword(String password) {
    assertRefused(
        AuthError.INVALID_CREDENTIALS, () -> auth.login("user@example.com", password, LAPTOP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody@example.com", "no e-mail", ""})
  void refusesUnknownAccountsAtTheCostOfOneHash(String email) {
    int before = service.hasher.hashes();

    assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(email, PASSWORD, LAPTOP));

    assertThat(service.hasher.hashes() - before).isEqualTo(1);
  }

  @Test
  void aWrongPasswordCostsOneHash() {
    int before = service.hasher.hashes();

    assertRefused(
        AuthError.INVALID_CREDENTIALS, () -> auth.login("user@example.com", "wrong", LAPTOP));

    assertThat(service.hasher.hashes() - before).isEqualTo(1);
  }

  @Test
  void anAccountWithoutAPasswordCostsOneHashToo() {
    Instant now = service.clock.instant();
    Email email = Email.parse("oauth@example.com").orElseThrow();
    Ulid id = Ulid.create(now, new java.util.Random(1));
    List<String> providers = List.of("google");
    assertThat(
            service.users.insert(
                new User(id, email, null, false, null, now, providers, TotpEnrolment.NONE, 1, 1)))
        .isTrue();
    int before = service.hasher.hashes();

    assertRefused(
        AuthError.INVALID_CREDENTIALS, () -> auth.login("oauth@example.com", PASSWORD, LAPTOP));

    assertThat(service.hasher.hashes() - before).isEqualTo(1);
  }

  @Test
  void hashesNothingThatIsLongerThanAnyPassword() {
    int before = service.hasher.hashes();

    assertRefused(
        AuthError.INVALID_CREDENTIALS,
        () -> auth.login("user@example.com", "x".repeat(1_000_000), LAPTOP));

    assertThat(service.hasher.hashes()).isEqualTo(before);
  }

  @Test
  void takesDecomposedAndComposedLettersForTheSame() {
    auth.register("nfc@example.com", "caf\u00E9 au lait", LAPTOP);

    assertThat(auth.login("nfc@example.com", "cafe\u0301 au lait", LAPTOP))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void endsTheSessionThatTheClientPresented() {
    auth.login("user@example.com", PASSWORD, presenting(registered.token()));

    assertThat(service.isAlive(registered.token())).isFalse();
  }

  @Test
  void aRefusedLoginLeavesThePresentedSessionAlone() {
    assertRefused(
        AuthError.INVALID_CREDENTIALS,
        () -> auth.login("user@example.com", "wrong", presenting(registered.token())));

    assertThat(service.isAlive(registered.token())).isTrue();
  }

  @Test
  void neverAdoptsATokenThatTheClientMade() {
    SessionToken chosen = SessionToken.parse("A".repeat(43)).orElseThrow();

    SignedIn signedIn = (SignedIn) auth.login("user@example.com", PASSWORD, presenting(chosen));

    assertThat(signedIn.token()).isNotEqualTo(chosen);
    assertThat(service.isAlive(chosen)).isFalse();
  }

  @Test
  void withTotpItIsWorthNothingButAChanceToGiveACode() {
    Enrolled enrolled = service.enrol("totp@example.com");

    LoginResult result =
        auth.login("totp@example.com", PASSWORD, presenting(enrolled.signedIn().token()));

    assertThat(result)
        .isInstanceOfSatisfying(
            TotpRequired.class,
            partial -> {
              assertThat(partial.lifetime()).isEqualTo(Duration.ofMinutes(5));
              assertThat(service.isAlive(partial.token())).isFalse();
              assertRefused(AuthError.NOT_AUTHENTICATED, () -> auth.me(partial.token()));
              assertRefused(AuthError.NOT_AUTHENTICATED, () -> auth.logout(partial.token()));
              assertRefused(
                  AuthError.NOT_AUTHENTICATED, () -> auth.disableTotp(partial.token(), null));
              assertRefused(AuthError.NOT_AUTHENTICATED, () -> auth.setupTotp(partial.token()));
            });
    assertThat(service.isAlive(enrolled.signedIn().token())).as("presented session").isFalse();
  }

  @Test
  void rehashesWhenTheCostHasRisen() {
    AuthService costlier = service.with(AuthSettings.DEFAULTS, TestService.quick(2));

    costlier.login("user@example.com", PASSWORD, LAPTOP);

    User user = service.users.findById(registered.user().userId()).orElseThrow();
    assertThat(user.passwordHash()).contains("t=2");
    assertThat(service.isAlive(registered.token())).as("no change of credentials").isTrue();
    assertThat(service.login("user@example.com").user()).isEqualTo(registered.user());
  }
}
