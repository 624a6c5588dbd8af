package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.totp.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodesTest {
  private static final String EMAIL = "user@example.com";
  private static final String UNKNOWN = "AAAAAA-BBBBBB-CCCCCC-DDDDDD";

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn signedIn;
  private TotpSecret secret;
  private List<String> codes;

  @BeforeEach
  void enrol() {
    TestService.Enrolled enrolled = service.enrol(EMAIL);
    signedIn = enrolled.signedIn();
    secret = enrolled.secret();
    codes = auth.createRecoveryCodes(signedIn.token());
  }

  private SignedIn recover(String code) {
    return recover(service.loginPartially(EMAIL), code);
  }

  private SignedIn recover(TotpRequired partial, String code) {
    return auth.verifyRecoveryCode(partial.token(), code, LAPTOP);
  }

  @Test
  void thereAreTenOfFourGroupsOfSixBase32Characters() {
    assertThat(codes)
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[A-Z2-7]{6}(-[A-Z2-7]{6}){3}"));
  }

  @Test
  void everyPlaceMayHaveEachOfThe32Characters() {
    SecureRandom random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      String code = RecoveryCode.create(random).reveal().replace("-", "");
      for (int place = 0; place < code.length(); place++) {
        seen.add(place + " " + code.charAt(place));
      }
    }

    assertThat(seen).hasSize(24 * 32);
  }

  @Test
  void theStoreKeepsNoneOfThem() {
    String stored = service.stored(EMAIL).totp().recoveryCodes().toString();

    assertThat(service.stored(EMAIL).totp().recoveryCodes()).hasSize(10);
    assertThat(codes)
        .noneMatch(
            code -> {
              String bare = code.replace("-", "");
              String hex =
                  new java.math.BigInteger(1, bare.getBytes(StandardCharsets.UTF_8)).toString(16);
              return stored.contains(bare) || stored.contains(hex);
            });
  }

  @Test
  void theyNeedConfirmedTotp() {
    SignedIn other = service.register("other@example.com");
    assertRefused(AuthError.TOTP_NOT_ENABLED, () -> auth.createRecoveryCodes(other.token()));

    auth.setupTotp(other.token());
    assertRefused(AuthError.TOTP_NOT_ENABLED, () -> auth.createRecoveryCodes(other.token()));
  }

  @Test
  void theyNeedAFreshSession() {
    service.clock.advance(Duration.ofMinutes(10).minusMillis(1));
    codes = auth.createRecoveryCodes(signedIn.token());
    service.clock.advance(Duration.ofMillis(1));

    assertRefused(
        AuthError.REAUTHENTICATION_REQUIRED, () -> auth.createRecoveryCodes(signedIn.token()));
    assertThat(recover(codes.get(0))).as("the earlier ones stay").isNotNull();
  }

  @Test
  void theyNeedASession() {
    TotpRequired partial = service.loginPartially(EMAIL);

    assertRefused(AuthError.NOT_AUTHENTICATED, () -> auth.createRecoveryCodes(partial.token()));
  }

  @Test
  void eachCompletesOneLoginInAnyOrder() {
    List<String> shuffled = new java.util.ArrayList<>(codes);
    Collections.shuffle(shuffled, new Random(7));
    HashSet<SessionToken> tokens = new HashSet<>();

    for (String code : shuffled) {
      SignedIn recovered = recover(code);
      assertThat(tokens.add(recovered.token())).isTrue();
      assertThat(auth.session(recovered.token()).secondFactor()).isTrue();
      assertRefused(AuthError.INVALID_CODE, () -> recover(code));
    }
    assertThat(service.stored(EMAIL).totp().recoveryCodes()).isEmpty();
    assertThat(service.isAlive(signedIn.token())).as("no change of credentials").isTrue();
  }

  @Test
  void blanksHyphensAndCaseDoNotMatter() {
    assertThat(recover(codes.get(0).toLowerCase(Locale.ROOT))).isNotNull();
    assertThat(recover(codes.get(1).replace("-", ""))).isNotNull();
    assertThat(recover(" " + codes.get(2).replace("-", " \u00A0- ") + "\n")).isNotNull();
    assertThat(recover(String.join("-", codes.get(3).split("")))).isNotNull();
  }

  @Test
  void newOnesVoidTheEarlierOnes() {
    List<String> next = auth.createRecoveryCodes(signedIn.token());

    assertThat(next).doesNotContainAnyElementsOf(codes);
    for (String earlier : codes) {
      assertRefused(AuthError.INVALID_CODE, () -> recover(earlier));
    }
    assertThat(recover(next.get(9))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123456",
        "AAAAAA-BBBBBB-CCCCCC-DDDDD",
        "AAAAAA-BBBBBB-CCCCCC-DDDDDDD",
        "AAAAAA-BBBBBB-CCCCCC-DDDDD1",
        "AAAAAA_BBBBBB_CCCCCC_DDDDDD"
      })
  void aMalformedOneCostsNoAttempt(String malformed) {
    TotpRequired partial = service.loginPartially(EMAIL);
    for (int tries = 1; tries <= 20; tries++) {
      assertRefused(AuthError.INVALID_CODE, () -> recover(partial, malformed));
    }

    assertThat(recover(partial, codes.get(0))).isNotNull();
  }

  @Test
  void wrongOnesAndWrongTotpCodesShareTheFiveTriesOfALogin() {
    TotpRequired partial = service.loginPartially(EMAIL);
    for (int tries = 1; tries <= 2; tries++) {
      assertRefused(AuthError.INVALID_CODE, () -> recover(partial, UNKNOWN));
      assertRefused(
          AuthError.INVALID_CODE,
          () -> auth.verifyTotp(partial.token(), service.wrongCode(secret), LAPTOP));
    }
    assertRefused(AuthError.INVALID_CODE, () -> recover(partial, UNKNOWN));

    assertRefused(AuthError.NO_PARTIAL_SESSION, () -> recover(partial, codes.get(0)));
    assertThat(recover(codes.get(0))).as("it was not spent").isNotNull();
  }

  @Test
  void theFifthTryMayBeTheRightOne() {
    TotpRequired partial = service.loginPartially(EMAIL);
    for (int tries = 1; tries <= 4; tries++) {
      assertRefused(AuthError.INVALID_CODE, () -> recover(partial, UNKNOWN));
    }

    assertThat(recover(partial, codes.get(0))).isNotNull();
  }

  @Test
  void guessesAtThemLockNothing() {
    for (int tries = 1; tries <= 120; tries++) {
      assertRefused(AuthError.INVALID_CODE, () -> recover(UNKNOWN));
    }

    assertThat(service.loginWithCode(EMAIL, secret)).isNotNull();
  }

  @Test
  void oneOpensALockOfTheCodes() {
    lock();

    assertThat(recover(codes.get(0))).isNotNull();

    assertThat(service.loginWithCode(EMAIL, secret)).isNotNull();
  }

  @Test
  void anotherAccountsCodeIsWrong() {
    TestService.Enrolled other = service.enrol("other@example.com");
    List<String> others = auth.createRecoveryCodes(other.signedIn().token());

    assertRefused(AuthError.INVALID_CODE, () -> recover(others.get(0)));
  }

  @Test
  void oneTurnsTotpOffAlsoWhileCodesAreLocked() {
    lock();
    assertRefused(
        AuthError.TOTP_LOCKED, () -> auth.disableTotp(signedIn.token(), service.code(secret, 0)));
    assertRefused(AuthError.INVALID_CODE, () -> auth.disableTotp(signedIn.token(), UNKNOWN));

    SignedIn disabled = auth.disableTotp(signedIn.token(), codes.get(5));

    assertThat(disabled.user().hasTotp()).isFalse();
    assertThat(auth.session(disabled.token()).secondFactor()).isFalse();
    assertThat(service.isAlive(signedIn.token())).isFalse();
    assertThat(service.login(EMAIL)).isNotNull();
  }

  @Test
  void theLockIsGoneWhenTotpComesBack() {
    lock();
    SignedIn disabled = auth.disableTotp(signedIn.token(), codes.get(5));
    TotpSecret next = TotpSecret.ofBase32(auth.setupTotp(disabled.token()).secret());
    auth.confirmTotp(disabled.token(), service.code(next, 0));

    assertThat(service.loginWithCode(EMAIL, next)).isNotNull();
  }

  @Test
  void theyAreVoidOnceTotpWasOff() {
    SignedIn disabled = auth.disableTotp(signedIn.token(), codes.get(0));
    assertThat(service.stored(EMAIL).totp().recoveryCodes()).isEmpty();
    TotpSecret next = TotpSecret.ofBase32(auth.setupTotp(disabled.token()).secret());
    auth.confirmTotp(disabled.token(), service.code(next, 0));

    for (String earlier : codes) {
      assertRefused(AuthError.INVALID_CODE, () -> recover(earlier));
    }
  }

  /** A hundred wrong codes in a row. */
  private void lock() {
    for (int tries = 1; tries <= 100; tries++) {
      service.clock.advance(Duration.ofMinutes(15));
      TotpRequired partial = service.loginPartially(EMAIL);
      assertRefused(
          AuthError.INVALID_CODE,
          () -> auth.verifyTotp(partial.token(), service.wrongCode(secret), LAPTOP));
    }
    TotpRequired partial = service.loginPartially(EMAIL);
    assertRefused(
        AuthError.TOTP_LOCKED,
        () -> auth.verifyTotp(partial.token(), service.code(secret, 0), LAPTOP));
  }
}
