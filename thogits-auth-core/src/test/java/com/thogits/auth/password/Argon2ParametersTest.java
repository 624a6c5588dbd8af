package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2ParametersTest {

  @Test
  void theFirstChoiceIsThatOfOwasp() {
    assertThat(Argon2Parameters.OWASP).isEqualTo(new Argon2Parameters(19 * 1024, 2, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 1, 1, memoryKib",
    "31, 1, 4, memoryKib",
    "0, 1, 1, memoryKib",
    "-1, 1, 1, memoryKib",
    "64, 0, 1, iterations",
    "64, -1, 1, iterations",
    "64, 1, 0, parallelism",
    "64, 1, -1, parallelism",
    "1000000, 1, 256, parallelism",
    "1000000, 1, 2147483647, parallelism",
  })
  void valuesOutOfRangeAreRefused(int memoryKib, int iterations, int parallelism, String named) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Argon2Parameters(memoryKib, iterations, parallelism))
        .withMessageStartingWith(named + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "64, 2, 2, false",
    "65, 2, 2, true",
    "64, 3, 2, true",
    "64, 2, 3, true",
    "63, 1, 1, false",
    "63, 1, 3, true",
  })
  void anyOneOfTheThreeMayExceedALimit(int memory, int iterations, int lanes, boolean exceeds) {
    Argon2Parameters limit = new Argon2Parameters(64, 2, 2);

    assertThat(new Argon2Parameters(memory, iterations, lanes).exceeds(limit)).isEqualTo(exceeds);
  }
}
