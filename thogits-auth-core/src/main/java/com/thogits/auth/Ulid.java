package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A Universally Unique Lexicographically Sortable Identifier: 48 bits of Unix time in milliseconds
 * and 80 random bits, written as 26 characters of Crockford's base32. Identifiers of different
 * milliseconds sort by time, as numbers and as text. It identifies; it is not a secret.
 */
public record Ulid(long mostSignificantBits, long leastSignificantBits)
    implements Comparable<Ulid> {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte NO_DIGIT = -1;
  private static final byte[] DIGITS = digits();
  private static final int LENGTH = 26;
  private static final long LAST_MILLISECOND = (1L << 48) - 1;

  /**
   * A new identifier for the given time.
   *
   * @throws IllegalArgumentException if {@code time} is before 1970 or after the year 10889
   */
  public static Ulid create(Instant time, RandomGenerator random) {
    long millisecond = time.toEpochMilli();
    if (millisecond < 0 || millisecond > LAST_MILLISECOND) {
      throw new IllegalArgumentException("time is outside of what a ULID can hold: " + time);
    }
    return new Ulid((millisecond << 16) | (random.nextLong() & 0xFFFF), random.nextLong());
  }

  /**
   * Reads the 26 characters that {@link #toString()} writes, in upper or lower case.
   *
   * @throws IllegalArgumentException if {@code text} is anything else
   */
  public static Ulid parse(String text) {
    requireNonNull(text, "text");
    if (text.length() != LENGTH || text.charAt(0) > '7') {
      throw new IllegalArgumentException("text is not a ULID");
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < LENGTH; i++) {
      high = (high << 5) | (low >>> 59);
      low = (low << 5) | digit(text.charAt(i));
    }
    return new Ulid(high, low);
  }

  private static int digit(char character) {
    byte digit = character < DIGITS.length ? DIGITS[character] : NO_DIGIT;
    if (digit == NO_DIGIT) {
      throw new IllegalArgumentException("text is not a ULID");
    }
    return digit;
  }

  /** What each ASCII character is worth, in upper or lower case. */
  private static byte[] digits() {
    byte[] digits = new byte[128];
    Arrays.fill(digits, NO_DIGIT);
    for (byte digit = 0; digit < ALPHABET.length(); digit++) {
      digits[ALPHABET.charAt(digit)] = digit;
      digits[Character.toLowerCase(ALPHABET.charAt(digit))] = digit;
    }
    return digits;
  }

  @Override
  public int compareTo(Ulid other) {
    int byTime = Long.compareUnsigned(mostSignificantBits, other.mostSignificantBits);
    return byTime != 0
        ? byTime
        : Long.compareUnsigned(leastSignificantBits, other.leastSignificantBits);
  }

  @Override
  public String toString() {
    char[] text = new char[LENGTH];
    long high = mostSignificantBits;
    long low = leastSignificantBits;
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (low & 31));
      low = (low >>> 5) | (high << 59);
      high >>>= 5;
    }
    return new String(text);
  }
}
