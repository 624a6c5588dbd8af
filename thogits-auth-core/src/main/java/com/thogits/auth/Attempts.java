package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A count of attempts as an {@link AttemptStore} keeps it.
 *
 * @param count how many were counted
 * @param retryAt no further attempt is admitted before this, in whole milliseconds
 * @param forgetAt from this time on the count is as if it had never been, in whole milliseconds
 */
public record Attempts(int count, Instant retryAt, Instant forgetAt) {

  /** Checks that nothing is missing. */
  public Attempts {
    requireNonNull(retryAt, "retryAt");
    requireNonNull(forgetAt, "forgetAt");
  }

  /** Without one attempt that turned out not to count; whoever was to wait for it need not. */
  Attempts lessOne() {
    return new Attempts(Math.max(0, count - 1), Instant.EPOCH, forgetAt);
  }

  /** The same for the attempt of this number; a wait that a later one began goes on. */
  Attempts without(int number) {
    return count == number ? lessOne() : new Attempts(Math.max(0, count - 1), retryAt, forgetAt);
  }
}
