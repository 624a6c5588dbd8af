package com.thogits.auth.model;

import com.thogits.auth.AuthError;
import java.time.Duration;
import java.time.Instant;

/** Failures in a row, and the wait after the last of them. */
final class ModelCount {
  static final int FREE = 3;
  static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final Duration memory;
  private int failures;
  private Instant retryAt = Instant.EPOCH;
  private Instant forgetAt = Instant.EPOCH;

  ModelCount(Duration memory) {
    this.memory = memory;
  }

  /** Counts a try as failed until it is known to be right. */
  void attempt(Instant now) {
    if (failuresAt(now) == 0) {
      clear();
    }
    if (retryAt.isAfter(now)) {
      throw new ModelRefusal(AuthError.TOO_MANY_ATTEMPTS, Duration.between(now, retryAt));
    }
    failures++;
    forgetAt = now.plus(memory);
    if (failures >= FREE) {
      long seconds = Math.min(1L << (failures - FREE), LONGEST_WAIT.toSeconds());
      retryAt = now.plusSeconds(seconds);
    }
  }

  int failuresAt(Instant now) {
    return forgetAt.isAfter(now) ? failures : 0;
  }

  void clear() {
    failures = 0;
    retryAt = Instant.EPOCH;
  }
}
