package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.STEP;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.TestService.Enrolled;
import com.thogits.auth.totp.TotpSecret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Set-up, confirmation and disabling. */
class TotpEnrolmentTest {
  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn signedIn;

  @BeforeEach
  void register() {
    signedIn = service.register("user@example.com");
  }

  private TotpSecret setup() {
    return TotpSecret.ofBase32(auth.setupTotp(signedIn.token()).secret());
  }

  @Test
  void setupGivesA160BitSecretItsUriAndItsQrCode() {
    TotpSetup setup = auth.setupTotp(signedIn.token());

    assertThat(TotpSecret.ofBase32(setup.secret()).toBytes()).hasSize(20);
    assertThat(setup.uri())
        .isEqualTo(
            "otpauth://totp/Thogits:user@example.com?secret="
                + setup.secret()
                + "&issuer=Thogits&algorithm=SHA1&digits=6&period=30");
    assertThat(setup.qrCode()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void setupAloneAsksForNoCodeAtLogin() {
    setup();

    assertThat(service.login("user@example.com").user().hasTotp()).isFalse();
  }

  @Test
  void aSecondSetupVoidsTheFirst() {
    TotpSecret first = setup();
    TotpSecret second = setup();

    assertRefused(
        AuthError.INVALID_CODE, () -> auth.confirmTotp(signedIn.token(), service.code(first, 0)));
    assertThat(auth.confirmTotp(signedIn.token(), service.code(second, 0)).user().hasTotp())
        .isTrue();
  }

  @Test
  void setupWhileConfirmedKeepsTheLiveSecret() {
    Enrolled enrolled = service.enrol("totp@example.com");

    assertRefused(
        AuthError.TOTP_ALREADY_ENABLED, () -> auth.setupTotp(enrolled.signedIn().token()));

    TotpRequired partial = service.loginPartially("totp@example.com");
    assertThat(auth.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP))
        .isNotNull();
  }

  @Test
  void confirmNeedsASetup() {
    assertRefused(AuthError.NO_PENDING_TOTP, () -> auth.confirmTotp(signedIn.token(), "123456"));
    assertRefused(AuthError.NO_PENDING_TOTP, () -> auth.confirmTotp(signedIn.token(), "nonsense"));
  }

  @Test
  void aWrongCodeConfirmsNothingAndMayBeTriedAgain() {
    TotpSecret secret = setup();

    assertRefused(
        AuthError.INVALID_CODE,
        () -> auth.confirmTotp(signedIn.token(), service.wrongCode(secret)));
    assertThat(auth.confirmTotp(signedIn.token(), service.code(secret, 0)).user().hasTotp())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "-12345", "+12345", "١٢٣٤٥٦", "１２３４５６"})
  void refusesWhatIsNotSixAsciiDigits(String code) {
    setup();

    assertRefused(AuthError.INVALID_CODE, () -> auth.confirmTotp(signedIn.token(), code));
  }

  @Test
  void dropsBlanksInsideAndAroundACode() {
    String code = service.code(setup(), 0);
    String spaced = " " + code.substring(0, 3) + "\u00A0" + code.substring(3) + "\t";

    assertThat(auth.confirmTotp(signedIn.token(), spaced).user().hasTotp()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2})
  void refusesCodesTwoStepsAway(int steps) {
    TotpSecret secret = setup();

    assertRefused(
        AuthError.INVALID_CODE,
        () -> auth.confirmTotp(signedIn.token(), service.code(secret, steps)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void acceptsCodesOneStepAway(int steps) {
    TotpSecret secret = setup();

    assertThat(auth.confirmTotp(signedIn.token(), service.code(secret, steps))).isNotNull();
  }

  @Test
  void confirmEndsEveryOtherSessionAndRotatesItsOwn() {
    SignedIn other = service.login("user@example.com");
    TotpSecret secret = setup();

    SignedIn confirmed = auth.confirmTotp(signedIn.token(), service.code(secret, 0));

    assertThat(service.isAlive(confirmed.token())).isTrue();
    assertThat(service.isAlive(signedIn.token())).isFalse();
    assertThat(service.isAlive(other.token())).isFalse();
  }

  @Test
  void theCodeOfConfirmIsUsedUp() {
    TotpSecret secret = setup();
    String code = service.code(secret, 0);
    auth.confirmTotp(signedIn.token(), code);
    TotpRequired partial = service.loginPartially("user@example.com");

    assertRefused(AuthError.INVALID_CODE, () -> auth.verifyTotp(partial.token(), code, LAPTOP));
  }

  @Test
  void disableNeedsACodeOnceConfirmed() {
    Enrolled enrolled = service.enrol("totp@example.com");
    SessionToken token = enrolled.signedIn().token();

    assertRefused(AuthError.INVALID_CODE, () -> auth.disableTotp(token, null));
    assertRefused(
        AuthError.INVALID_CODE,
        () -> auth.disableTotp(token, service.wrongCode(enrolled.secret())));
    assertRefused(AuthError.INVALID_CODE, () -> auth.disableTotp(token, "12 34"));

    SignedIn disabled = auth.disableTotp(token, service.code(enrolled.secret(), 0));
    assertThat(disabled.user().hasTotp()).isFalse();
    assertThat(service.login("totp@example.com")).isNotNull();
  }

  @Test
  void disableEndsEveryOtherSessionAndRotatesItsOwn() {
    Enrolled enrolled = service.enrol("totp@example.com");
    TotpRequired partial = service.loginPartially("totp@example.com");
    SignedIn other = auth.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP);
    service.clock.advance(STEP);

    SignedIn disabled =
        auth.disableTotp(enrolled.signedIn().token(), service.code(enrolled.secret(), 0));

    assertThat(service.isAlive(disabled.token())).isTrue();
    assertThat(service.isAlive(other.token())).isFalse();
    assertThat(service.isAlive(enrolled.signedIn().token())).isFalse();
  }

  @Test
  void disableForgetsASetupWithoutACode() {
    TotpSecret secret = setup();

    SignedIn same = auth.disableTotp(signedIn.token(), null);

    assertThat(same.token()).isEqualTo(signedIn.token());
    assertRefused(
        AuthError.NO_PENDING_TOTP,
        () -> auth.confirmTotp(signedIn.token(), service.code(secret, 0)));
  }

  @Test
  void disableOfWhatNeverBeganIsNoError() {
    assertThat(auth.disableTotp(signedIn.token(), null).user().hasTotp()).isFalse();
  }

  @Test
  void aStepUsedWithAnEarlierSecretStaysUsed() {
    Enrolled enrolled = service.enrol("totp@example.com");
    SignedIn disabled =
        auth.disableTotp(enrolled.signedIn().token(), service.code(enrolled.secret(), 0));
    TotpSecret next = TotpSecret.ofBase32(auth.setupTotp(disabled.token()).secret());

    assertRefused(
        AuthError.INVALID_CODE, () -> auth.confirmTotp(disabled.token(), service.code(next, 0)));
    assertThat(auth.confirmTotp(disabled.token(), service.code(next, 1))).isNotNull();
  }
}
