package com.thogits.auth.simulation;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;

/** Tells the limits of every password that is compared. */
record WatchedHasher(PasswordHasher hasher, Node node, Limits limits) implements PasswordHasher {

  @Override
  public String hash(Password password) {
    return hasher.hash(password);
  }

  @Override
  public boolean verify(Password password, String encodedHash) {
    boolean right = hasher.verify(password, encodedHash);
    limits.passwordCompared(node.current(), right);
    return right;
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
