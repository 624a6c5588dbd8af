package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Checks settings. */
final class Ranges {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(3650);

  private Ranges() {}

  static void requireRange(int value, int lowest, int highest, String name) {
    if (value < lowest || value > highest) {
      throw new IllegalArgumentException(name + " must be from " + lowest + " to " + highest);
    }
  }

  static void requireSpan(Duration value, String name) {
    requireNonNull(value, name);
    if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " must be from a second to ten years");
    }
  }
}
