package com.thogits.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a random token, a {@link SessionToken} or a recovery code: enough to recognise it,
 * useless to present it.
 */
public final class TokenHash {
  private static final int BYTES = 32;

  /** To clone, which takes less time than finding a new one. */
  private static final MessageDigest UNFED = newSha256();

  private final byte[] bytes;

  /**
   * Takes the 32 bytes of a digest.
   *
   * @throws IllegalArgumentException if there are more or fewer
   */
  public TokenHash(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("bytes is not a SHA-256 digest");
    }
    this.bytes = bytes.clone();
  }

  static TokenHash of(byte[] token) {
    return new TokenHash(sha256().digest(token));
  }

  private static MessageDigest sha256() {
    try {
      return (MessageDigest) UNFED.clone();
    } catch (CloneNotSupportedException e) {
      return newSha256();
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static TokenHash ofText(String token) {
    return of(token.getBytes(StandardCharsets.UTF_8));
  }

  /** A copy of the 32 bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The digest in hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
