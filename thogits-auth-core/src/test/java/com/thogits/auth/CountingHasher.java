package com.thogits.auth;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the hashes that another hasher computes. */
final class CountingHasher implements PasswordHasher {
  private final PasswordHasher hasher;
  private final AtomicInteger hashes = new AtomicInteger();

  CountingHasher(PasswordHasher hasher) {
    this.hasher = hasher;
  }

  int hashes() {
    return hashes.get();
  }

  @Override
  public String hash(Password password) {
    hashes.incrementAndGet();
    return hasher.hash(password);
  }

  @Override
  public boolean verify(Password password, String encodedHash) {
    hashes.incrementAndGet();
    return hasher.verify(password, encodedHash);
  }

  @Override
  public boolean needsRehash(String encodedHash) {
    return hasher.needsRehash(encodedHash);
  }

  @Override
  public String unmatchable() {
    return hasher.unmatchable();
  }
}
