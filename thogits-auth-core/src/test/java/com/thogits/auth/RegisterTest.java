package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefusalMessage;
import static com.thogits.auth.TestService.assertRefused;
import static com.thogits.auth.TestService.presenting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {
  private final TestService service = new TestService();
  private final AuthService auth = service.auth;

  @Test
  void createsAnAccountAndSignsItIn() {
    SignedIn signedIn = auth.register("User@Example.com", PASSWORD, LAPTOP);

    UserInfo user = signedIn.user();
    assertThat(user.email()).isEqualTo("User@Example.com");
    assertThat(user.displayName()).isEmpty();
    assertThat(user.createdAt()).isEqualTo(Instant.parse("2025-01-15T10:00:00.123Z"));
    assertThat(user.oauthProviders()).isEmpty();
    assertThat(user.hasPassword()).isTrue();
    assertThat(user.hasTotp()).isFalse();
    assertThat(signedIn.lifetime()).isEqualTo(Duration.ofDays(30));
    assertThat(auth.me(signedIn.token())).isEqualTo(user);
  }

  @Test
  void refusesAnEmailThatIsTakenInAnyCase() {
    service.register("user@example.com");

    assertRefused(AuthError.EMAIL_TAKEN, () -> service.register("USER@example.COM"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "user", "@example.com", "user@", " user@example.com"})
  void refusesWhatIsNoEmail(String email) {
    assertRefused(AuthError.INVALID_EMAIL, () -> service.register(email));
  }

  @Test
  void countsThePasswordInCodePoints() {
    assertRefusalMessage(
            AuthError.PASSWORD_TOO_SHORT,
            () -> auth.register("a@example.com", "🔑".repeat(7), LAPTOP))
        .contains("8");
    assertThat(auth.register("a@example.com", "🔑".repeat(8), LAPTOP)).isNotNull();
  }

  @Test
  void takesPasswordsOf1024BytesAndNoLonger() {
    assertRefused(
        AuthError.PASSWORD_TOO_LONG, () -> auth.register("a@example.com", "é".repeat(513), LAPTOP));
    assertRefused(
        AuthError.PASSWORD_TOO_LONG,
        () -> auth.register("a@example.com", "x".repeat(1_000_000), LAPTOP));
    assertThat(auth.register("a@example.com", "é".repeat(512), LAPTOP)).isNotNull();
  }

  @Test
  void hashesNothingForARefusedPassword() {
    assertRefused(
        AuthError.PASSWORD_TOO_LONG,
        () -> auth.register("a@example.com", "x".repeat(1025), LAPTOP));

    assertThat(service.hasher.hashes()).isZero();
  }

  @Test
  void refusesAPasswordThatIsNoUnicode() {
    assertRefused(
        AuthError.INVALID_REQUEST, () -> auth.register("a@example.com", "1234567\uD800", LAPTOP));
  }

  @Test
  void asksForAsManyCodePointsAsTheHostWants() {
    AuthService strict = service.with(AuthSettings.DEFAULTS.withMinimumPasswordLength(15));

    assertRefused(
        AuthError.PASSWORD_TOO_SHORT,
        () -> strict.register("a@example.com", "14 characters.", LAPTOP));
    assertThat(strict.register("a@example.com", "15 characters..", LAPTOP)).isNotNull();
  }

  @Test
  void endsTheSessionThatTheClientPresented() {
    SignedIn first = service.register("first@example.com");

    SignedIn second = auth.register("second@example.com", PASSWORD, presenting(first.token()));

    assertThat(service.isAlive(first.token())).isFalse();
    assertThat(service.isAlive(second.token())).isTrue();
  }

  @Test
  void aRefusedRegistrationLeavesThePresentedSessionAlone() {
    SignedIn first = service.register("first@example.com");

    assertRefused(
        AuthError.EMAIL_TAKEN,
        () -> auth.register("first@example.com", PASSWORD, presenting(first.token())));

    assertThat(service.isAlive(first.token())).isTrue();
  }

  @Test
  void storesNeitherPasswordNorToken() {
    SignedIn signedIn = service.register("user@example.com");

    User user = service.users.findById(signedIn.user().userId()).orElseThrow();
    assertThat(user.passwordHash()).startsWith("$argon2id$").doesNotContain(PASSWORD);
    Session session = service.sessions.find(signedIn.token().hash()).orElseThrow();
    assertThat(session.token().toBytes())
        .isNotEqualTo(java.util.Base64.getUrlDecoder().decode(signedIn.token().reveal()));
  }
}
