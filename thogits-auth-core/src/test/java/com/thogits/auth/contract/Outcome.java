package com.thogits.auth.contract;

import com.thogits.auth.AuthError;
import org.jspecify.annotations.Nullable;

/** What one competitor of a {@link Race} got: a value or a refusal. */
record Outcome<T>(@Nullable T value, @Nullable AuthError refusal) {

  boolean won() {
    return refusal == null;
  }
}
