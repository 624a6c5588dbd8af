package com.thogits.auth;

import com.thogits.auth.password.BoundedHasher;
import com.thogits.auth.password.HashingOverloadedException;
import com.thogits.auth.password.Password;
import java.util.function.Supplier;

/** Hashes passwords; a machine that has no capacity left is a refusal, not a failure. */
final class PasswordHashing {
  private final BoundedHasher hasher;
  private final String unmatchable;

  PasswordHashing(BoundedHasher hasher) {
    this.hasher = hasher;
    this.unmatchable = hasher.unmatchable();
  }

  /** Refuses at once what would be refused in the end: nothing was looked up or counted for it. */
  void requirePlace() {
    unlessOverloaded(
        () -> {
          hasher.requirePlace();
          return hasher;
        });
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
