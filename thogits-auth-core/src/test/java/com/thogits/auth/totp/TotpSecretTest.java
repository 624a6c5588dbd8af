package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpSecretTest {
  private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final byte[] BYTES = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aNewSecretHas160BitsAndIsNotTheLastOneAgain() {
    SecureRandom random = new SecureRandom();
    TotpSecret first = TotpSecret.random(random);

    assertThat(first.toBytes()).hasSize(20);
    assertThat(first.toBase32()).matches("[A-Z2-7]{32}");
    assertThat(TotpSecret.random(random)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"SHA1, 20", "SHA256, 32", "SHA512, 64"})
  void aNewSecretIsAsLongAsTheHash(HmacAlgorithm algorithm, int length) {
    assertThat(TotpSecret.random(new SecureRandom(), algorithm).toBytes()).hasSize(length);
  }

  @ParameterizedTest
  @EnumSource(HmacAlgorithm.class)
  void everyAlgorithmOfTheEnumIsInTheRuntime(HmacAlgorithm algorithm) {
    assertThat(TotpSecret.ofBytes(BYTES).hmac(algorithm, 1).hash(0).capacity())
        .isEqualTo(algorithm.secretLength());
  }

  @Test
  void base32IsThatOfRfc4648WithoutPadding() {
    assertThat(TotpSecret.ofBytes(BYTES).toBase32()).isEqualTo(BASE32);
    assertThat(TotpSecret.ofBase32(BASE32).toBytes()).isEqualTo(BYTES);
  }

  @Test
  void everyLengthSurvivesTheWayThroughBase32() {
    Random random = new Random(4648);
    for (int length = TotpSecret.MIN_LENGTH; length <= TotpSecret.MAX_LENGTH; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      TotpSecret secret = TotpSecret.ofBytes(bytes);

      assertThat(secret.toBase32()).matches("[A-Z2-7]+").hasSize((length * 8 + 4) / 5);
      assertThat(TotpSecret.ofBase32(secret.toBase32())).isEqualTo(secret);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gezdgnbvgy3tqojqgezdgnbvgy3tqojq",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJq",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ ",
        " GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
        "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
        "GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ=",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY======",
        "GEZDGNBVGY3TQOJQ=GEZDGNBVGY3TQOJQ",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ0",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ8",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ\u00c4",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ\u0000",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQA",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQAAA",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQAAAAAA",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGB",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGAYB",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGAYDB",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGAYDAMB",
        "JBSWY3DPEHPK3PXP",
      })
  void anyOtherTextIsRefusedWithoutBeingRepeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TotpSecret.ofBase32(text))
        .withNoCause()
        .satisfies(
            e ->
                assertThat(String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT))
                    .doesNotContain("GEZD", "JBSW"));
  }

  @Test
  void aTextTooLongIsRefusedForItsLengthBeforeItIsRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TotpSecret.ofBase32("A".repeat(208)))
        .withMessage("base32 must have at most 205 characters");
  }

  @Test
  void theTrailingBitsMustBeZero() {
    assertThat(TotpSecret.ofBase32(BASE32 + "GA").toBytes()).hasSize(21);
    assertThatIllegalArgumentException().isThrownBy(() -> TotpSecret.ofBase32(BASE32 + "GB"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 129, 1000})
  void aSecretTooShortOrTooLongIsRefused(int length) {
    byte[] bytes = new byte[length];
    assertThatIllegalArgumentException().isThrownBy(() -> TotpSecret.ofBytes(bytes));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TotpSecret.ofBase32(Base32Text.encode(bytes)));
  }

  @Test
  void theBytesCannotBeChangedFromOutside() {
    byte[] given = BYTES.clone();
    TotpSecret secret = TotpSecret.ofBytes(given);
    given[0] = 0;
    secret.toBytes()[1] = 0;

    assertThat(secret.toBytes()).isEqualTo(BYTES);
  }

  @Test
  void secretsAreEqualWhenTheirBytesAre() {
    byte[] other = BYTES.clone();
    other[19]++;

    assertThat(TotpSecret.ofBytes(BYTES))
        .isEqualTo(TotpSecret.ofBase32(BASE32))
        .hasSameHashCodeAs(TotpSecret.ofBase32(BASE32))
        .isNotEqualTo(TotpSecret.ofBytes(other))
        .isNotEqualTo(BASE32)
        .isNotEqualTo(null);
  }

  @Test
  void neitherTextNorHashCodeTellAnythingOfTheBytes() {
    TotpSecret secret = TotpSecret.ofBytes(BYTES);

    assertThat(secret).hasToString("TotpSecret[redacted]");
    assertThat(secret).hasSameHashCodeAs(TotpSecret.ofBytes(new byte[20]));
  }

  @Test
  void nullNamesTheParameter() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> TotpSecret.random(null))
        .withMessage("random");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> TotpSecret.random(new SecureRandom(), null))
        .withMessage("algorithm");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> TotpSecret.ofBytes(null))
        .withMessage("bytes");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> TotpSecret.ofBase32(null))
        .withMessage("base32");
  }
}
