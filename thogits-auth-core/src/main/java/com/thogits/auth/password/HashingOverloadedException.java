package com.thogits.auth.password;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;

/**
 * A password was neither hashed nor verified, because there is more to hash than the machine can
 * take on now. It says nothing about the password. The same call may succeed later.
 */
public final class HashingOverloadedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * Creates the exception.
   *
   * @param message what there was too little of
   * @param retryAfter when to try again, counted from now; positive
   * @throws IllegalArgumentException if {@code retryAfter} is not positive
   */
  public HashingOverloadedException(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
    if (retryAfter.isNegative() || retryAfter.isZero()) {
      throw new IllegalArgumentException("retryAfter must be positive, not " + retryAfter);
    }
  }

  /** {@return when to try again, counted from the time of the failure; positive} */
  public Duration retryAfter() {
    return retryAfter;
  }
}
