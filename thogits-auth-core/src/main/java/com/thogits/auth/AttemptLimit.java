package com.thogits.auth;

import java.time.Duration;
import java.time.Instant;

/**
 * How many attempts are admitted, and what a further one means for those that follow. Where there
 * is nothing to wait for, {@code retryAt} is long past: nodes whose clocks differ must not see a
 * wait in it.
 */
sealed interface AttemptLimit {

  /** The state after one more attempt. */
  Attempts next(int countBefore, Instant forgetAt, Instant now);

  /** The first state, after one attempt. */
  Attempts first(Instant now);

  /** No wait is longer. */
  Duration longestWait();

  /**
   * The same state, without a wait longer than any: a clock that was set back would else keep
   * everybody waiting for as long as it was set back.
   */
  default Attempts bounded(Attempts found, Instant now) {
    Instant latest = now.plus(longestWait());
    if (!found.retryAt().isAfter(latest)) {
      return found;
    }
    boolean forgottenThen = found.forgetAt().equals(found.retryAt());
    return new Attempts(found.count(), latest, forgottenThen ? latest : found.forgetAt());
  }

  /** So many attempts from the first one on until the window ends. */
  record PerWindow(int most, Duration window) implements AttemptLimit {
    @Override
    public Duration longestWait() {
      return window;
    }

    @Override
    public Attempts first(Instant now) {
      return next(0, now.plus(window), now);
    }

    @Override
    public Attempts next(int countBefore, Instant forgetAt, Instant now) {
      int count = countBefore + 1;
      return new Attempts(count, count >= most ? forgetAt : Instant.EPOCH, forgetAt);
    }
  }

  /**
   * So many attempts at will, then waits of 1, 2, 4 … seconds after each (RFC 4226 section 7.3).
   * The count is forgotten when nothing was tried for a while.
   */
  record GrowingWaits(int free, Duration longestWait, Duration memory) implements AttemptLimit {
    private static final int MOST_DOUBLINGS = 30;

    @Override
    public Attempts first(Instant now) {
      return next(0, now, now);
    }

    @Override
    public Attempts next(int countBefore, Instant forgetAt, Instant now) {
      int count = countBefore == Integer.MAX_VALUE ? countBefore : countBefore + 1;
      Instant retryAt = count < free ? Instant.EPOCH : now.plus(waitAfter(count));
      return new Attempts(count, retryAt, now.plus(memory));
    }

    private Duration waitAfter(int count) {
      Duration wait = Duration.ofSeconds(1L << Math.min(count - free, MOST_DOUBLINGS));
      return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
  }
}
