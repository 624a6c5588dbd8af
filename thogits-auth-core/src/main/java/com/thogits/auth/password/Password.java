package com.thogits.auth.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A password as a user typed it: any characters, NFC-normalised, so that the same letters are the
 * same password on every keyboard, and held as UTF-8. Never trimmed, cut or folded.
 *
 * <p>Close it when it is no longer needed; that clears the bytes. The {@link String} it came from
 * is beyond reach and stays until it is collected. An instance belongs to one thread at a time. It
 * has no {@code equals} of its own, and never shows its content in {@link #toString}.
 */
public final class Password implements AutoCloseable {
  private final byte[] utf8;
  private final int codePoints;
  private boolean wiped;

  private Password(byte[] utf8, int codePoints) {
    this.utf8 = utf8;
    this.codePoints = codePoints;
  }

  /**
   * Normalises {@code password} to NFC and encodes it.
   *
   * @param password what the user typed
   * @return the password
   * @throws IllegalArgumentException if {@code password} has an unpaired surrogate, for which UTF-8
   *     has no bytes
   */
  public static Password of(String password) {
    Objects.requireNonNull(password, "password");
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(password)) {
      throw new IllegalArgumentException("password must not have unpaired surrogates");
    }
    String normalized = Normalizer.normalize(password, Normalizer.Form.NFC);
    return new Password(
        normalized.getBytes(StandardCharsets.UTF_8),
        normalized.codePointCount(0, normalized.length()));
  }

  /** {@return the length in Unicode code points, after normalisation} */
  public int codePoints() {
    return codePoints;
  }

  /** {@return the length in bytes of UTF-8, after normalisation} */
  public int byteLength() {
    return utf8.length;
  }

  /** Whether {@code other} is the same password, normalised as this one was. */
  public boolean isSameAs(String other) {
    try (Password password = of(other)) {
      return MessageDigest.isEqual(utf8(), password.utf8());
    }
  }

  /**
   * Copies the bytes, for a hash or digest computed elsewhere.
   *
   * @return a copy of the UTF-8 bytes, after normalisation; the caller clears it after use
   * @throws IllegalStateException if the password is closed
   */
  public byte[] toUtf8() {
    return utf8().clone();
  }

  /** The bytes themselves, not a copy: the caller must neither keep nor change them. */
  byte[] utf8() {
    if (wiped) {
      throw new IllegalStateException("password is closed");
    }
    return utf8;
  }

  /** Clears the bytes. The password cannot be hashed or verified afterwards. */
  @Override
  public void close() {
    wiped = true;
    Arrays.fill(utf8, (byte) 0);
  }

  @Override
  public String toString() {
    return "Password[redacted]";
  }
}
