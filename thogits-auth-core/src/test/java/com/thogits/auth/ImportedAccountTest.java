package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import com.thogits.auth.password.UnusableHashException;
import com.thogits.auth.totp.TotpSecret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedAccountTest {
  private static final String EMAIL = "Old.User@example.com";
  private static final Instant LONG_AGO = Instant.parse("2011-03-04T05:06:07.123456789Z");

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private final TotpSecret secret = TotpSecret.random(new SecureRandom());

  private static ImportedAccount account(String hash, Optional<TotpSecret> totp) {
    return new ImportedAccount(
        EMAIL, Optional.of(hash), totp, Optional.of("Old User"), LONG_AGO, List.of("github"));
  }

  private static String hash(PasswordHasher hasher) {
    try (Password password = Password.of(PASSWORD)) {
      return hasher.hash(password);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\nb", "\uD800"})
  void refusesTextsThatNotEveryDatabaseKeeps(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> account("hash" + text, Optional.empty()))
        .withMessage("passwordHash must not have control characters");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ImportedAccount(
                    EMAIL,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    LONG_AGO,
                    List.of("github", text)))
        .withMessage("oauthProviders must not have control characters");
  }

  @Test
  void aHashOfOtherParametersWorksAndIsRenewedAtTheNextLogin() {
    String old = hash(TestService.quick(3));
    Ulid id = service.operator.importAccount(account(old, Optional.empty())).orElseThrow();
    assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, "wrong guess", LAPTOP));
    assertThat(service.stored(EMAIL).passwordHash()).isEqualTo(old);

    SignedIn signedIn = service.login(EMAIL);

    assertThat(signedIn.user())
        .isEqualTo(
            new UserInfo(
                id,
                EMAIL,
                Optional.of("Old User"),
                Instant.parse("2011-03-04T05:06:07.123Z"),
                List.of("github"),
                true,
                false));
    assertThat(service.stored(EMAIL).passwordHash()).contains("m=8,t=1,p=1");
    assertThat(service.login(EMAIL)).isNotNull();
  }

  @Test
  void aTotpSecretWorksAtOnce() {
    service.operator.importAccount(account(hash(TestService.quick(1)), Optional.of(secret)));

    SignedIn signedIn = service.loginWithCode(EMAIL, secret);

    assertThat(signedIn.user().hasTotp()).isTrue();
    assertRefused(
        AuthError.INVALID_CODE,
        () ->
            auth.verifyTotp(
                service.loginPartially(EMAIL).token(), service.code(secret, 0), LAPTOP));
  }

  @Test
  void aTakenEmailIsRefusedWithNothingWritten() {
    SignedIn holder = service.register("old.user@EXAMPLE.com");

    assertThat(
            service.operator.importAccount(
                account(hash(TestService.quick(3)), Optional.of(secret))))
        .isEmpty();

    assertThat(service.login("old.user@example.com").user()).isEqualTo(holder.user());
  }

  @Test
  void badInputIsRefused() {
    assertRefused(
        AuthError.INVALID_EMAIL,
        () ->
            service.operator.importAccount(
                new ImportedAccount(
                    "no e-mail",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    LONG_AGO,
                    List.of())));
    assertRefused(
        AuthError.INVALID_REQUEST,
        () ->
            service.operator.importAccount(
                new ImportedAccount(
                    EMAIL,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("x".repeat(101)),
                    LONG_AGO,
                    List.of())));
    assertThat(service.operator.find(EMAIL)).isEmpty();
  }

  @Test
  void withoutAPasswordNobodyGetsIn() {
    service.operator.importAccount(
        new ImportedAccount(
            EMAIL, Optional.empty(), Optional.empty(), Optional.empty(), LONG_AGO, List.of()));

    assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, PASSWORD, LAPTOP));
    assertThat(service.operator.find(EMAIL).orElseThrow().hasPassword()).isFalse();
  }

  @Test
  void aHashOfAnotherAlgorithmWorksThroughAHasherOfTheHost() {
    Pbkdf2OrArgon2id hasher = new Pbkdf2OrArgon2id(TestService.quick(1));
    AuthService withOldHashes = service.with(AuthSettings.DEFAULTS, hasher);
    service.operator.importAccount(
        account(Pbkdf2OrArgon2id.pbkdf2(PASSWORD, "salt"), Optional.empty()));
    assertRefused(
        AuthError.INVALID_CREDENTIALS, () -> withOldHashes.login(EMAIL, "wrong guess", LAPTOP));

    assertThat(withOldHashes.login(EMAIL, PASSWORD, LAPTOP)).isInstanceOf(SignedIn.class);

    assertThat(service.stored(EMAIL).passwordHash()).startsWith("$argon2id$");
    assertThat(service.login(EMAIL)).as("the host's hasher is no longer needed").isNotNull();
  }

  @Test
  void aHashThatNoHasherReadsLetsNobodyIn() {
    service.operator.importAccount(account("$1$abc$def", Optional.empty()));

    assertThatThrownBy(() -> service.login(EMAIL)).isInstanceOf(UnusableHashException.class);
    assertThat(service.sessions.deleteAll()).isZero();
  }
}
