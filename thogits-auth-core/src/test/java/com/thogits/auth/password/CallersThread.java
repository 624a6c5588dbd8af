package com.thogits.auth.password;

import java.time.Duration;

/** Hashes on the thread of the caller: for tests that hash a million times on one thread. */
public final class CallersThread {
  private CallersThread() {}

  public static BoundedHasher hashes(PasswordHasher hasher) {
    return new BoundedHasher(hasher, Runnable::run, 1, 0, Duration.ZERO);
  }
}
