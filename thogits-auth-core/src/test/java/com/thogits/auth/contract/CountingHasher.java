package com.thogits.auth.contract;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the hashes that another hasher computes. */
public final class CountingHasher implements PasswordHasher {
  private final PasswordHasher hasher;
  private final AtomicInteger hashes = new AtomicInteger();

  /** Counts what {@code hasher} computes. */
  public CountingHasher(PasswordHasher hasher) {
    this.hasher = hasher;
  }

  /** How many passwords were hashed or verified. */
  public int hashes() {
    return hashes.get();
  }

  /** How many were computed meanwhile. */
  public int hashesDuring(Runnable work) {
    int before = hashes.get();
    work.run();
    return hashes.get() - before;
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
