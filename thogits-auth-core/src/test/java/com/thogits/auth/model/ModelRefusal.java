package com.thogits.auth.model;

import com.thogits.auth.AuthError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the model says no. */
final class ModelRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModelRefusal(AuthError error) {
    this(error, null);
  }

  ModelRefusal(AuthError error, @Nullable Duration retryAfter) {
    super(describe(error, retryAfter), null, false, false);
  }

  static String describe(AuthError error, @Nullable Duration retryAfter) {
    return retryAfter == null ? error.name() : error + " for " + retryAfter;
  }
}
