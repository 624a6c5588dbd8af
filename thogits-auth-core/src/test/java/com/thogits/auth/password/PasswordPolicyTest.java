package com.thogits.auth.password;

import static com.thogits.auth.password.PasswordPolicy.EIGHT_OR_MORE;
import static com.thogits.auth.password.PasswordPolicy.Verdict.ACCEPTED;
import static com.thogits.auth.password.PasswordPolicy.Verdict.TOO_LONG;
import static com.thogits.auth.password.PasswordPolicy.Verdict.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "😀😀😀😀😀😀😀", "e\u0301e\u0301e\u0301e\u0301"})
  void fewerThanEightCodePointsAreTooShort(String text) {
    assertThat(EIGHT_OR_MORE.judge(Password.of(text))).isEqualTo(TOO_SHORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12345678", "        ", "aaaaaaaa", "😀😀😀😀😀😀😀😀", "\0\0\0\0\0\0\0\0"})
  void eightCodePointsOfAnyKindAreEnough(String text) {
    assertThat(EIGHT_OR_MORE.judge(Password.of(text))).isEqualTo(ACCEPTED);
  }

  @Test
  void theLimitIs1024BytesAfterNormalisation() {
    assertThat(EIGHT_OR_MORE.judge(Password.of("a".repeat(1024)))).isEqualTo(ACCEPTED);
    assertThat(EIGHT_OR_MORE.judge(Password.of("a".repeat(1025)))).isEqualTo(TOO_LONG);
    assertThat(EIGHT_OR_MORE.judge(Password.of("😀".repeat(256)))).isEqualTo(ACCEPTED);
    assertThat(EIGHT_OR_MORE.judge(Password.of("😀".repeat(256) + "a"))).isEqualTo(TOO_LONG);
    assertThat(EIGHT_OR_MORE.judge(Password.of("e\u0301".repeat(512)))).isEqualTo(ACCEPTED);
  }

  @Test
  void theMinimumCanBeRaised() {
    PasswordPolicy fifteen = new PasswordPolicy(15);

    assertThat(fifteen.judge(Password.of("a".repeat(14)))).isEqualTo(TOO_SHORT);
    assertThat(fifteen.judge(Password.of("a".repeat(15)))).isEqualTo(ACCEPTED);
    assertThat(new PasswordPolicy(256).judge(Password.of("😀".repeat(256)))).isEqualTo(ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 7, 257, Integer.MAX_VALUE})
  void aMinimumOutOfRangeIsRefused(int minimum) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordPolicy(minimum))
        .withMessageStartingWith("minimumLength ");
  }

  @Test
  void nullNamesTheParameter() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> EIGHT_OR_MORE.judge(null))
        .withMessage("password");
  }
}
