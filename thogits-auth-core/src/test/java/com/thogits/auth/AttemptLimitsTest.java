package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ends of the ranges: what is still taken, and what is refused by name. */
class AttemptLimitsTest {
  private static final AttemptLimits DEFAULTS = AttemptLimits.DEFAULTS;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  static Stream<Arguments> numbers() {
    return Stream.of(
        number("freePasswordFailures", DEFAULTS::withFreePasswordFailures, 1000),
        number("freeCodeFailures", DEFAULTS::withFreeCodeFailures, 100),
        number("codeFailuresUntilLock", DEFAULTS::withCodeFailuresUntilLock, 100),
        number("codesPerPartialSession", DEFAULTS::withCodesPerPartialSession, 100),
        number("loginFailuresPerAddress", DEFAULTS::withLoginFailuresPerAddress, 1_000_000),
        number("registrationsPerAddress", DEFAULTS::withRegistrationsPerAddress, 1_000_000));
  }

  private static Arguments number(
      String name, Function<Integer, AttemptLimits> change, int highest) {
    return Arguments.of(name, change, highest);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aNumberIsFromOneToItsHighest(
      String name, Function<Integer, AttemptLimits> change, int highest) {
    assertThat(change.apply(1)).isNotNull();
    assertThat(change.apply(highest)).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(0))
        .withMessage(name + " must be from 1 to " + highest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(highest + 1))
        .withMessage(name + " must be from 1 to " + highest);
  }

  static Stream<Arguments> spans() {
    return Stream.of(
        span("longestWait", AttemptLimits::withLongestWait),
        span("loginWindow", AttemptLimits::withLoginWindow),
        span("registrationWindow", AttemptLimits::withRegistrationWindow));
  }

  private static Arguments span(
      String name, BiFunction<AttemptLimits, Duration, AttemptLimits> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest
  @MethodSource("spans")
  void aSpanIsFromASecondToTenYears(
      String name, BiFunction<AttemptLimits, Duration, AttemptLimits> change) {
    assertThat(change.apply(DEFAULTS, SECOND)).isNotNull();
    assertThat(change.apply(DEFAULTS, TEN_YEARS)).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(DEFAULTS, SECOND.minusNanos(1)))
        .withMessage(name + " must be from a second to ten years");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(DEFAULTS, TEN_YEARS.plusNanos(1)))
        .withMessage(name + " must be from a second to ten years");
  }

  @Test
  void aSpanIsNamedWhereItIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> DEFAULTS.withLongestWait(null))
        .withMessage("longestWait");
  }
}
