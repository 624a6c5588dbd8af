package com.thogits.auth.totp;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * HMAC-based one-time passwords (RFC 4226), with the further algorithms of RFC 6238 section 1.2.
 *
 * <p>A code is always {@code digits} ASCII digits long: leading zeros stay, and the default locale
 * has no part in it.
 *
 * @param algorithm the HMAC function; RFC 4226 itself knows {@link HmacAlgorithm#SHA1} alone
 * @param digits the length of a code, 6 to 8 (RFC 4226 section 5.3)
 */
public record Hotp(HmacAlgorithm algorithm, int digits) {
  private static final int[] MODULUS = {1_000_000, 10_000_000, 100_000_000};

  /**
   * Checks the parameters.
   *
   * @param algorithm the HMAC function
   * @param digits the length of a code, 6 to 8
   * @throws IllegalArgumentException if {@code digits} is not 6, 7 or 8
   */
  public Hotp {
    Objects.requireNonNull(algorithm, "algorithm");
    if (digits < 6 || digits > 8) {
      throw new IllegalArgumentException("digits must be 6, 7 or 8, not " + digits);
    }
  }

  /**
   * Computes the code for one value of the moving factor (RFC 4226 section 5.3).
   *
   * @param secret the shared secret
   * @param counter the moving factor, 0 or more
   * @return the code, {@code digits} ASCII digits
   * @throws IllegalArgumentException if {@code counter} is negative
   */
  public String generate(TotpSecret secret, long counter) {
    Objects.requireNonNull(secret, "secret");
    if (counter < 0) {
      throw new IllegalArgumentException("counter must not be negative");
    }
    return text(number(secret.hmac(algorithm, 1), counter));
  }

  /** The code as a number. Several counters can share one key, padded and ready. */
  int number(Hmac keyed, long counter) {
    return truncate(keyed.hash(counter)) % MODULUS[digits - 6];
  }

  /** Dynamic truncation: 31 bits from where the hash's last four bits point. */
  static int truncate(ByteBuffer hash) {
    int offset = hash.get(hash.capacity() - 1) & 0xf;
    return hash.getInt(offset) & 0x7fff_ffff;
  }

  /** The one form of a code, with its leading zeros. */
  String text(int number) {
    char[] code = new char[digits];
    int rest = number;
    for (int i = digits - 1; i >= 0; i--) {
      code[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    return new String(code);
  }
}
