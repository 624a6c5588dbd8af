package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.crypto.UnopenableSecretException;
import com.thogits.auth.totp.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TOTP secrets in the store: what a reader of it learns, and what a writer to it can do. */
class SealedSecretsTest {
  private static final String EMAIL = "user@example.com";

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private TestService.Enrolled enrolled;

  @BeforeEach
  void enrol() {
    enrolled = service.enrol(EMAIL);
  }

  private SealedSecret stored() {
    return service.stored(EMAIL).totp().confirmed();
  }

  /** As whoever can write to the store would. */
  private void store(SealedSecret secret) {
    User user = service.stored(EMAIL);
    TotpEnrolment totp = user.totp();
    TotpEnrolment changed =
        new TotpEnrolment(
            secret, totp.confirmedAt(), null, totp.newestUsedStep(), totp.recoveryCodes());
    assertThat(service.users.replace(user.withTotp(changed))).isTrue();
  }

  private AuthService with(KeyRing keys) {
    return AuthService.builder(service.users, service.sessions, service.attempts, keys)
        .clock(service.clock)
        .hasher(service.hasher)
        .build();
  }

  private void assertNobodyGetsIn(AuthService node) {
    TotpRequired partial = (TotpRequired) node.login(EMAIL, PASSWORD, LAPTOP);
    String code = service.code(enrolled.secret(), 0);

    assertThatThrownBy(() -> node.verifyTotp(partial.token(), code, LAPTOP))
        .isInstanceOf(UnopenableSecretException.class)
        .hasMessageNotContaining(enrolled.secret().toBase32());

    assertThat(node.isSignedIn(partial.token())).isFalse();
    assertThatThrownBy(() -> node.disableTotp(enrolled.signedIn().token(), code))
        .isInstanceOf(UnopenableSecretException.class);
    assertThat(service.stored(EMAIL).totp().isConfirmed()).isTrue();
  }

  @Test
  void theStoreNeverHoldsTheSecret() {
    SignedIn other = service.register("pending@example.com");
    TotpSecret pending = TotpSecret.ofBase32(auth.setupTotp(other.token()).secret());

    assertHides(stored(), enrolled.secret());
    assertHides(service.stored("pending@example.com").totp().pending(), pending);
  }

  private static void assertHides(SealedSecret stored, TotpSecret secret) {
    String bytes = new String(stored.toBytes(), StandardCharsets.ISO_8859_1);
    assertThat(bytes)
        .doesNotContain(new String(secret.toBytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain(secret.toBase32());
  }

  @Test
  void everyFlippedBitIsNoticed() {
    byte[] whole = stored().toBytes();
    TotpRequired partial = service.loginPartially(EMAIL);
    TotpSecrets secrets = new TotpSecrets(service.keys);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(
              () -> secrets.open(new SealedSecret(flipped), enrolled.signedIn().user().userId()))
          .isInstanceOf(UnopenableSecretException.class);
    }
    assertThat(auth.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 5, 16, 17, 30, -1})
  void aSecretThatWasChangedLetsNobodyIn(int index) {
    byte[] changed = stored().toBytes();
    changed[index < 0 ? changed.length + index : index] ^= 1;
    store(new SealedSecret(changed));

    assertNobodyGetsIn(auth);
  }

  @Test
  void aSecretCutShortLetsNobodyIn() {
    store(new SealedSecret(new byte[0]));

    assertNobodyGetsIn(auth);
  }

  @Test
  void anotherAccountsSecretLetsNobodyIn() {
    TestService.Enrolled attacker = service.enrol("attacker@example.com");
    store(service.stored("attacker@example.com").totp().confirmed());

    TotpRequired partial = service.loginPartially(EMAIL);
    assertThatThrownBy(
            () -> auth.verifyTotp(partial.token(), service.code(attacker.secret(), 0), LAPTOP))
        .isInstanceOf(UnopenableSecretException.class);
    assertNobodyGetsIn(auth);
  }

  @Test
  void aPendingSecretOfAnotherAccountConfirmsNothing() {
    SignedIn victim = service.register("victim@example.com");
    SignedIn attacker = service.register("attacker@example.com");
    TotpSecret known = TotpSecret.ofBase32(auth.setupTotp(attacker.token()).secret());
    SealedSecret pending = service.stored("attacker@example.com").totp().pending();
    User user = service.stored("victim@example.com");
    service.users.replace(user.withTotp(user.totp().withPending(pending)));

    assertThatThrownBy(() -> auth.confirmTotp(victim.token(), service.code(known, 0)))
        .isInstanceOf(UnopenableSecretException.class);
    assertThat(service.login("victim@example.com").user().hasTotp()).isFalse();
  }

  @Test
  void aRecoveryCodeStillHelpsWhoLostTheSecret() {
    List<String> codes = auth.createRecoveryCodes(enrolled.signedIn().token());
    store(new SealedSecret(new byte[40]));

    assertThat(auth.verifyRecoveryCode(service.loginPartially(EMAIL).token(), codes.get(0), LAPTOP))
        .isNotNull();
  }

  @Test
  void withoutTheKeyNobodyGetsIn() {
    assertNobodyGetsIn(with(KeyRing.generate(new SecureRandom())));
  }

  @Test
  void afterAChangeOfKeysWhatTheOldOneSealedIsReadAndSealedAnewOnUse() {
    KeyRing rotated = service.keys.withNewKey(new SecureRandom());
    AuthService node = with(rotated);
    SealedSecret before = stored();
    assertThat(rotated.isCurrent(before.toBytes())).isFalse();

    TotpRequired partial = (TotpRequired) node.login(EMAIL, PASSWORD, LAPTOP);
    assertRefused(
        AuthError.INVALID_CODE,
        () -> node.verifyTotp(partial.token(), service.wrongCode(enrolled.secret()), LAPTOP));
    assertThat(stored()).as("not used").isEqualTo(before);
    node.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP);

    assertThat(rotated.isCurrent(stored().toBytes())).isTrue();
    assertThat(new TotpSecrets(rotated).open(stored(), enrolled.signedIn().user().userId()))
        .isEqualTo(enrolled.secret());
    assertNobodyGetsIn(auth);
  }

  @Test
  void aPendingSecretIsSealedAnewWhenItIsConfirmed() {
    SignedIn other = service.register("pending@example.com");
    TotpSecret pending = TotpSecret.ofBase32(auth.setupTotp(other.token()).secret());
    KeyRing rotated = service.keys.withNewKey(new SecureRandom());

    with(rotated).confirmTotp(other.token(), service.code(pending, 0));

    SealedSecret confirmed = service.stored("pending@example.com").totp().confirmed();
    assertThat(rotated.isCurrent(confirmed.toBytes())).isTrue();
  }

  @Test
  void aCurrentSecretIsNotWrittenAnew() {
    SealedSecret before = stored();

    service.loginWithCode(EMAIL, enrolled.secret());

    assertThat(stored()).isEqualTo(before);
  }
}
