package com.thogits.auth;

import com.thogits.auth.password.HashingOverloadedException;
import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.util.function.Supplier;

/** Hashes passwords; a machine that has no capacity left is a refusal, not a failure. */
final class PasswordHashing {
  private final PasswordHasher hasher;
  private final String unmatchable;

  PasswordHashing(PasswordHasher hasher) {
    this.hasher = hasher;
    this.unmatchable = hasher.unmatchable();
  }

  String hash(Password password) {
    return unlessOverloaded(() -> hasher.hash(password));
  }

  boolean verify(Password password, String hash) {
    return unlessOverloaded(() -> hasher.verify(password, hash));
  }

  boolean needsRehash(String hash) {
    return hasher.needsRehash(hash);
  }

  /** What no password matches, at the cost of any other hash. */
  String unmatchable() {
    return unmatchable;
  }

  private static <T> T unlessOverloaded(Supplier<T> hashing) {
    try {
      return hashing.get();
    } catch (HashingOverloadedException overloaded) {
      throw AuthException.later(AuthError.OVERLOADED, overloaded.retryAfter());
    }
  }
}
