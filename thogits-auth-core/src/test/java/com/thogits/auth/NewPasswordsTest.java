package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefusalMessage;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.password.BreachedPasswords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that somebody would guess at once. */
class NewPasswordsTest {
  private static final String EMAIL = "maria.keller@example.com";

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;

  private AuthService checking(BreachedPasswords checker) {
    return service.builder().breachedPasswords(checker).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PASSWORD",
        "12345678",
        "qwertyuiop",
        "Thogits1",
        "thogitsthogits",
        "maria.keller@example.com",
        "MARIA.KELLER",
        "maria.keller2024!"
      })
  void commonOnesAndThoseAboutTheAccountAreRefused(String password) {
    assertRefused(AuthError.PASSWORD_TOO_COMMON, () -> auth.register(EMAIL, password, LAPTOP));
    SignedIn signedIn = service.register(EMAIL);

    assertRefused(
        AuthError.PASSWORD_TOO_COMMON,
        () -> auth.changePassword(signedIn.token(), PASSWORD, password));

    assertThat(service.isAlive(signedIn.token())).isTrue();
    assertThat(service.login(EMAIL)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"my password is long", "keller maria lives here", "thogits users"})
  void onesThatMerelyContainSuchAWordAreNot(String password) {
    assertThat(auth.register(EMAIL, password, LAPTOP)).isNotNull();
  }

  @Test
  void theIssuerOfTheSettingsCounts() {
    AuthService acme = service.with(AuthSettings.DEFAULTS.withIssuer("Acme Works"));

    assertRefused(
        AuthError.PASSWORD_TOO_COMMON, () -> acme.register(EMAIL, "acme works 1", LAPTOP));
    assertThat(acme.register(EMAIL, "thogits 1", LAPTOP)).isNotNull();
  }

  @Test
  void theRefusalSaysWhyAndNeverRepeatsThePassword() {
    assertRefusalMessage(
            AuthError.PASSWORD_TOO_COMMON, () -> auth.register(EMAIL, "qwertyuiop", LAPTOP))
        .contains("Many people use")
        .doesNotContain("qwertyuiop");
    assertRefusalMessage(
            AuthError.PASSWORD_TOO_COMMON, () -> auth.register(EMAIL, "maria.keller", LAPTOP))
        .contains("address")
        .doesNotContain("keller");
  }

  @Test
  void nothingIsHashedForThem() {
    assertRefused(AuthError.PASSWORD_TOO_COMMON, () -> auth.register(EMAIL, "12345678", LAPTOP));

    assertThat(service.hasher.hashes()).isZero();
  }

  @Test
  void whatTheCheckerKnowsIsRefused() {
    AuthService checking =
        checking(
            password ->
                new String(password.toUtf8(), StandardCharsets.UTF_8).equals("leaked somewhere"));

    assertRefused(
        AuthError.PASSWORD_TOO_COMMON, () -> checking.register(EMAIL, "leaked somewhere", LAPTOP));
    SignedIn signedIn = checking.register(EMAIL, PASSWORD, LAPTOP);
    assertRefused(
        AuthError.PASSWORD_TOO_COMMON,
        () -> checking.changePassword(signedIn.token(), PASSWORD, "leaked somewhere"));
    assertThat(service.notices()).isEmpty();
  }

  @Test
  void theCheckerIsAskedOnlyAboutWhatIsOtherwiseAcceptable() {
    List<String> asked = new ArrayList<>();
    AuthService checking =
        checking(
            password -> {
              asked.add(new String(password.toUtf8(), StandardCharsets.UTF_8));
              return false;
            });
    assertRefused(AuthError.PASSWORD_TOO_SHORT, () -> checking.register(EMAIL, "short", LAPTOP));
    assertRefused(
        AuthError.PASSWORD_TOO_COMMON, () -> checking.register(EMAIL, "12345678", LAPTOP));
    assertRefused(
        AuthError.PASSWORD_TOO_COMMON, () -> checking.register(EMAIL, "maria.keller", LAPTOP));
    checking.register(EMAIL, PASSWORD, LAPTOP);
    checking.login(EMAIL, PASSWORD, LAPTOP);

    assertThat(asked).containsExactly(PASSWORD);
  }

  @Test
  void aCheckerThatFailsKeepsNobodyOutAndIsNoticed() {
    AuthService checking =
        checking(
            password -> {
              throw new IllegalStateException("out of reach");
            });

    SignedIn signedIn = checking.register(EMAIL, PASSWORD, LAPTOP);
    assertThat(service.notices()).containsExactly(AuthEvent.Notice.BREACH_CHECK_FAILED);

    assertThat(checking.changePassword(signedIn.token(), PASSWORD, "another good one")).isNotNull();
    assertRefused(
        AuthError.PASSWORD_TOO_COMMON, () -> checking.register(EMAIL, "12345678", LAPTOP));
  }
}
