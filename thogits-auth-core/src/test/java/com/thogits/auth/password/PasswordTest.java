package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

  @Test
  void composedAndDecomposedLettersAreOnePassword() {
    assertThat(Password.of("caf\u00e9 au lait").utf8())
        .isEqualTo(Password.of("cafe\u0301 au lait").utf8())
        .isEqualTo("caf\u00e9 au lait".getBytes(StandardCharsets.UTF_8));
    assertThat(Password.of("e\u0301").codePoints()).isEqualTo(1);
    assertThat(Password.of("e\u0301").byteLength()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password1",
        "password1 ",
        " password1",
        "password\uff11",
        "\uff50assword1",
        "pa\u00adssword1",
        "password1\u0000",
        "p\u0430ssword1",
        "password\u00b9",
      })
  void nothingElseIsTrimmedFoldedOrDropped(String other) {
    assertThat(Password.of(other).utf8())
        .isEqualTo(other.getBytes(StandardCharsets.UTF_8))
        .isNotEqualTo(Password.of("password1").utf8());
  }

  @ParameterizedTest
  @CsvSource({"'', 0, 0", "a, 1, 1", "ä, 1, 2", "日本, 2, 6", "😀😀, 2, 8", "👩‍🚀, 3, 11"})
  void lengthsAreCountedInCodePointsAndInBytes(String text, int codePoints, int bytes) {
    Password password = Password.of(text);

    assertThat(password.codePoints()).isEqualTo(codePoints);
    assertThat(password.byteLength()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\ude00", "a\ude00\ud83db", "secret-word\ud83d"})
  void anUnpairedSurrogateIsRefusedWithoutRepeatingThePassword(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Password.of(text))
        .withMessage("password must not have unpaired surrogates");
  }

  @Test
  void closingClearsTheBytesAndEndsItsUse() {
    Password password = Password.of("correct horse");
    byte[] bytes = password.utf8();
    password.close();
    password.close();

    assertThat(bytes).containsOnly(0);
    assertThatIllegalStateException().isThrownBy(password::utf8).withMessage("password is closed");
  }

  @Test
  void theTextOfAPasswordIsRedacted() {
    assertThat(Password.of("correct horse")).hasToString("Password[redacted]");
  }

  @Test
  void nullNamesTheParameter() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> Password.of(null))
        .withMessage("password");
  }

  @Test
  void theBytesHandedOutAreACopyAndGoneAfterClosing() {
    Password password = Password.of("cafe\u0301 au lait");
    byte[] copy = password.toUtf8();
    assertThat(copy).asString(StandardCharsets.UTF_8).isEqualTo("caf\u00e9 au lait");

    copy[0] = 'C';
    assertThat(password.toUtf8()).asString(StandardCharsets.UTF_8).isEqualTo("caf\u00e9 au lait");
    password.close();
    assertThatIllegalStateException().isThrownBy(password::toUtf8);
  }
}
