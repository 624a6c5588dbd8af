package com.thogits.auth.password;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash in the PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, in
 * its one canonical form: parameters in this order, no leading zeros, unpadded standard base64.
 *
 * <p>Not a record, so that no generated {@code toString} or accessor hands the arrays around.
 */
final class Argon2idHash {
  private static final int MIN_SALT = 8;
  private static final int MAX_SALT = 64;
  private static final int MIN_DIGEST = 16;
  private static final int MAX_DIGEST = 64;

  /** Longer than any string that could pass the checks below. */
  private static final int MAX_TEXT = 256;

  private static final Pattern FORMAT =
      Pattern.compile(
          "\\$argon2id\\$v=19"
              + "\\$m=([0-9]{1,10}),t=([0-9]{1,10}),p=([0-9]{1,10})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final Argon2Parameters parameters;
  private final byte[] salt;
  private final byte[] digest;

  Argon2idHash(Argon2Parameters parameters, byte[] salt, byte[] digest) {
    this.parameters = parameters;
    this.salt = salt;
    this.digest = digest;
  }

  /**
   * Reads what {@link #encode} writes, and nothing else.
   *
   * @throws UnusableHashException for any other text
   */
  static Argon2idHash decode(String text) {
    Matcher parts = FORMAT.matcher(text);
    if (text.length() > MAX_TEXT || !parts.matches()) {
      throw malformed();
    }
    Argon2idHash hash;
    try {
      hash =
          new Argon2idHash(
              new Argon2Parameters(
                  Integer.parseInt(parts.group(1)),
                  Integer.parseInt(parts.group(2)),
                  Integer.parseInt(parts.group(3))),
              Base64.getDecoder().decode(parts.group(4)),
              Base64.getDecoder().decode(parts.group(5)));
    } catch (IllegalArgumentException e) {
      // Not kept as the cause: its message may quote a part of the hash.
      throw malformed();
    }
    if (!hash.encode().equals(text)) {
      throw malformed();
    }
    hash.requireLengths();
    return hash;
  }

  String encode() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + parameters.memoryKib()
        + ",t="
        + parameters.iterations()
        + ",p="
        + parameters.parallelism()
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(digest);
  }

  Argon2Parameters parameters() {
    return parameters;
  }

  byte[] salt() {
    return salt;
  }

  byte[] digest() {
    return digest;
  }

  private void requireLengths() {
    if (salt.length < MIN_SALT || salt.length > MAX_SALT) {
      throw new UnusableHashException(
          "the stored hash must have a salt of " + MIN_SALT + " to " + MAX_SALT + " bytes");
    }
    if (digest.length < MIN_DIGEST || digest.length > MAX_DIGEST) {
      throw new UnusableHashException(
          "the stored hash must have a digest of " + MIN_DIGEST + " to " + MAX_DIGEST + " bytes");
    }
  }

  private static UnusableHashException malformed() {
    return new UnusableHashException("the stored hash is not an Argon2id hash in PHC format");
  }

  @Override
  public String toString() {
    return "Argon2idHash[redacted]";
  }
}
