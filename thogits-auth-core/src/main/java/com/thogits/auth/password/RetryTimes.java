package com.thogits.auth.password;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When those who are refused may come back: after the wait limit to twice that, one after the other
 * spread evenly over it.
 */
final class RetryTimes {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** The fractions of its multiples are spread evenly, however many there are. */
  private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

  private final Duration first;
  private final AtomicLong refusals = new AtomicLong();

  RetryTimes(Duration waitLimit) {
    this.first = bounded(waitLimit);
  }

  private static Duration bounded(Duration waitLimit) {
    if (waitLimit.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return waitLimit.compareTo(LONGEST) > 0 ? LONGEST : waitLimit;
  }

  Duration next() {
    double share = refusals.getAndIncrement() * GOLDEN_RATIO % 1;
    return first.plusMillis((long) (share * first.toMillis()));
  }
}
