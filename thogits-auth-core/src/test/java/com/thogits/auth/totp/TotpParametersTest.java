package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpParametersTest {

  @Test
  void authenticatorAppsUseSha1SixDigitsAndThirtySeconds() {
    assertThat(Totp.AUTHENTICATOR_APPS)
        .isEqualTo(new Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 30, 0",
    "29, 30, 0",
    "30, 30, 1",
    "59, 60, 0",
    "60, 60, 1",
    "1234567890, 1, 1234567890",
    "2147483648, 30, 71582788",
    "4294967296, 30, 143165576",
    "31556889864403199, 1, 31556889864403199",
  })
  void aStepIsTheNumberOfWholePeriodsSince1970(long second, long period, long step) {
    Totp totp = new Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(period));

    assertThat(totp.step(Instant.ofEpochSecond(second))).isEqualTo(step);
    assertThat(totp.step(Instant.ofEpochSecond(second, 999_999_999))).isEqualTo(step);
  }

  @Test
  void theLastMomentThereIsCanBeMatched() {
    Totp totp = new Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(1));
    TotpSecret secret = TotpSecret.ofBytes(new byte[20]);

    assertThat(totp.match(secret, totp.generate(secret, Instant.MAX), Instant.MAX, 10, -1))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-30S", "PT0.5S", "PT30.000000001S", "PT-0.5S"})
  void aPeriodIsAWholeNumberOfSecondsAndAtLeastOne(Duration period) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Totp(HmacAlgorithm.SHA1, 6, period))
        .withMessageStartingWith("period ");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 9})
  void digitsAreSixToEight(int digits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Totp(HmacAlgorithm.SHA1, digits, Duration.ofSeconds(30)))
        .withMessageStartingWith("digits ");
  }

  @Test
  void aTimeBefore1970IsRefused() {
    Instant at = Instant.EPOCH.minusNanos(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Totp.AUTHENTICATOR_APPS.step(at))
        .withMessageStartingWith("at ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Totp.AUTHENTICATOR_APPS.generate(TotpSecret.ofBytes(new byte[20]), at))
        .withMessageStartingWith("at ");
  }

  @Test
  void nullNamesTheParameter() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new Totp(null, 6, Duration.ofSeconds(30)))
        .withMessage("algorithm");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new Totp(HmacAlgorithm.SHA1, 6, null))
        .withMessage("period");
  }
}
