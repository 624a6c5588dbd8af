package com.thogits.auth.simulation;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.nio.charset.StandardCharsets;

/**
 * Keeps a password readable in its "hash", so that a hash costs nothing and an independent reader
 * sees which password is set. Hashes written with {@link #OLD} want to be renewed.
 */
final class StandInHasher implements PasswordHasher {
  static final String OLD = "old:";
  private static final String CURRENT = "new:";

  @Override
  public String hash(Password password) {
    return CURRENT + text(password);
  }

  @Override
  public boolean verify(Password password, String encodedHash) {
    return reveal(encodedHash).equals(text(password));
  }

  @Override
  public boolean needsRehash(String encodedHash) {
    return encodedHash.startsWith(OLD);
  }

  @Override
  public String unmatchable() {
    return CURRENT;
  }

  static String reveal(String encodedHash) {
    return encodedHash.substring(CURRENT.length());
  }

  private static String text(Password password) {
    return new String(password.toUtf8(), StandardCharsets.UTF_8);
  }
}
