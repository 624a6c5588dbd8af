package com.thogits.auth.totp;

import static com.thogits.auth.totp.Totp.AUTHENTICATOR_APPS;
import static com.thogits.auth.totp.Totp.MAX_DRIFT;
import static com.thogits.auth.totp.Totp.NO_STEP_USED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpMatchTest {
  private static final TotpSecret SECRET =
      TotpSecret.ofBytes("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** Its neighbours' codes all differ. */
  private static final long NOW = 56_666_666;

  @ParameterizedTest(name = "code of step T{0}, drift {1}: accepted {2}")
  @CsvSource({
    "-2, 0, false",
    "-1, 0, false",
    "0, 0, true",
    "1, 0, false",
    "2, 0, false",
    "-2, 1, false",
    "-1, 1, true",
    "0, 1, true",
    "1, 1, true",
    "2, 1, false",
    "-3, 2, false",
    "-2, 2, true",
    "-1, 2, true",
    "0, 2, true",
    "1, 2, true",
    "2, 2, true",
    "3, 2, false",
    "-10, 10, true",
    "10, 10, true",
    "-11, 10, false",
    "11, 10, false",
  })
  void acceptsTheCodesOfTheWindowAndNoOthers(int offset, int drift, boolean accepted) {
    OptionalLong step = match(codeOf(NOW + offset), NOW, drift, NO_STEP_USED);

    assertThat(step).isEqualTo(accepted ? OptionalLong.of(NOW + offset) : OptionalLong.empty());
  }

  @Test
  void theWindowHoldsFromTheFirstToTheLastSecondOfAStep() {
    String code = codeOf(NOW);
    long first = NOW * 30;

    assertThat(matchAt(code, first - 31)).isEmpty();
    assertThat(matchAt(code, first - 30)).hasValue(NOW);
    assertThat(matchAt(code, first)).hasValue(NOW);
    assertThat(matchAt(code, first + 29)).hasValue(NOW);
    assertThat(matchAt(code, first + 59)).hasValue(NOW);
    assertThat(matchAt(code, first + 60)).isEmpty();
  }

  @Test
  void aUsedCodeIsNotAcceptedAgain() {
    String code = codeOf(NOW);
    long used = match(code, NOW, 1, NO_STEP_USED).orElseThrow();

    assertThat(match(code, NOW, 1, used)).isEmpty();
    assertThat(match(code, NOW + 1, 1, used)).isEmpty();
    assertThat(match(codeOf(NOW + 1), NOW + 1, 1, used)).hasValue(NOW + 1);
  }

  @Test
  void anOlderCodeIsNotAcceptedAfterANewerOne() {
    assertThat(match(codeOf(NOW - 1), NOW, 1, NOW)).isEmpty();
    assertThat(match(codeOf(NOW), NOW, 1, NOW)).isEmpty();
    assertThat(match(codeOf(NOW + 1), NOW, 1, NOW)).hasValue(NOW + 1);
    assertThat(match(codeOf(NOW + 1), NOW, 1, NOW + 1)).isEmpty();
    assertThat(match(codeOf(NOW + 1), NOW, 1, Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void ofTwoNeighboursWithOneCodeTheLaterIsReturnedAndTheDigitsAreSpent() {
    long first = 57_766_335;
    String both = "251166";
    assertThat(codeOf(first)).isEqualTo(both);
    assertThat(codeOf(first + 1)).isEqualTo(both);

    assertThat(match(both, first, 1, NO_STEP_USED)).hasValue(first + 1);
    assertThat(match(both, first, 1, first + 1)).isEmpty();
    assertThat(match(both, first + 1, 1, first + 1)).isEmpty();
  }

  @Test
  void theLaterOfTwoNeighboursWithOneCodeIsGoodWhenOnlyTheEarlierIsUsed() {
    long first = 57_766_335;

    assertThat(match("251166", first + 1, 0, first)).hasValue(first + 1);
    assertThat(match("251166", first + 1, 1, first)).hasValue(first + 1);
    assertThat(match("251166", first, 0, first - 1)).hasValue(first);
  }

  @Test
  void theEndsOfTheWindowMayHaveOneCodeToo() {
    long first = 57_017_782;
    assertThat(codeOf(first)).isEqualTo("882938").isEqualTo(codeOf(first + 2));

    assertThat(match("882938", first + 1, 1, NO_STEP_USED)).hasValue(first + 2);
    assertThat(match("882938", first + 1, 1, first + 1)).hasValue(first + 2);
    assertThat(match("882938", first + 1, 1, first + 2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"57333561, 000000", "56711671, 000004"})
  void codesOfZerosAreCodes(long step, String code) {
    assertThat(codeOf(step)).isEqualTo(code);
    assertThat(match(code, step, 1, step - 1)).hasValue(step);
    assertThat(match(code.substring(1), step, 1, step - 1)).isEmpty();
    assertThat(match("0" + code, step, 1, step - 1)).isEmpty();
  }

  @Test
  void theWindowIsCutAtTheFirstStep() {
    assertThat(match(codeOf(0), 0, MAX_DRIFT, NO_STEP_USED)).hasValue(0);
    assertThat(match(codeOf(0), 1, 1, NO_STEP_USED)).hasValue(0);
    assertThat(match(codeOf(0), 0, MAX_DRIFT, 0)).isEmpty();
  }

  @Test
  void whatIsNoCodeMatchesNothing() {
    String code = codeOf(NOW);

    assertThat(match("", NOW, 1, NO_STEP_USED)).isEmpty();
    assertThat(match(code + "0", NOW, 1, NO_STEP_USED)).isEmpty();
    assertThat(match("-" + code, NOW, 1, NO_STEP_USED)).isEmpty();
    assertThat(match(" " + code.substring(0, 3) + " " + code.substring(3), NOW, 1, NO_STEP_USED))
        .hasValue(NOW);
  }

  @Test
  void anotherSecretsCodeMatchesNothing() {
    TotpSecret other = TotpSecret.ofBytes(new byte[20]);

    assertThat(match(new Hotp(HmacAlgorithm.SHA1, 6).generate(other, NOW), NOW, 1, NO_STEP_USED))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 11, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void aDriftOutOfRangeIsRefused(int drift) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> match("000000", NOW, drift, NO_STEP_USED))
        .withMessageStartingWith("allowedDrift ");
  }

  @Test
  void aNewestUsedStepThatIsNoStepIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> match("000000", NOW, 1, -2))
        .withMessageStartingWith("newestUsedStep ");
  }

  @Test
  void aTimeBefore1970IsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matchAt("000000", -1))
        .withMessageStartingWith("at ");
  }

  @Test
  void nullNamesTheParameter() {
    Instant at = Instant.EPOCH;
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> AUTHENTICATOR_APPS.match(null, "000000", at, 1, NO_STEP_USED))
        .withMessage("secret");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> AUTHENTICATOR_APPS.match(SECRET, null, at, 1, NO_STEP_USED))
        .withMessage("typed");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> AUTHENTICATOR_APPS.match(SECRET, "000000", null, 1, NO_STEP_USED))
        .withMessage("at");
  }

  private static OptionalLong match(String code, long now, int drift, long newestUsedStep) {
    Instant at = Instant.ofEpochSecond(now * 30);
    return AUTHENTICATOR_APPS.match(SECRET, code, at, drift, newestUsedStep);
  }

  private static OptionalLong matchAt(String code, long second) {
    return AUTHENTICATOR_APPS.match(SECRET, code, Instant.ofEpochSecond(second), 1, NO_STEP_USED);
  }

  private static String codeOf(long step) {
    return AUTHENTICATOR_APPS.generate(SECRET, Instant.ofEpochSecond(step * 30));
  }
}
