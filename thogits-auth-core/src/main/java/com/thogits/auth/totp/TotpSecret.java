package com.thogits.auth.totp;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The key that a server and an authenticator app share (RFC 4226 section 5.1, RFC 6238 section 3).
 *
 * <p>A secret has 16 to 128 bytes; RFC 4226 section 4 R6 requires at least 128 bits and recommends
 * 160. Instances are immutable, compare in constant time, and never show their bytes in {@link
 * #toString}.
 */
public final class TotpSecret {
  /** The shortest secret accepted, in bytes (128 bits, RFC 4226 section 4 R6). */
  public static final int MIN_LENGTH = 16;

  /** The longest secret accepted, in bytes: the block size of SHA-512. */
  public static final int MAX_LENGTH = 128;

  private static final int MAX_BASE32_LENGTH = (MAX_LENGTH * 8 + 4) / 5;

  private final byte[] bytes;

  private TotpSecret(byte[] owned) {
    if (owned.length < MIN_LENGTH || owned.length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "secret must have " + MIN_LENGTH + " to " + MAX_LENGTH + " bytes, not " + owned.length);
    }
    this.bytes = owned;
  }

  /**
   * Draws a secret of 160 bits, the length that RFC 4226 recommends and that every app reads.
   *
   * @param random the source of randomness
   * @return a new secret
   */
  public static TotpSecret random(SecureRandom random) {
    return random(random, HmacAlgorithm.SHA1);
  }

  /**
   * Draws a secret of the length recommended for {@code algorithm}.
   *
   * @param random the source of randomness
   * @param algorithm the HMAC function that will be used with the secret
   * @return a new secret
   */
  public static TotpSecret random(SecureRandom random, HmacAlgorithm algorithm) {
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(algorithm, "algorithm");
    byte[] drawn = new byte[algorithm.secretLength()];
    random.nextBytes(drawn);
    return new TotpSecret(drawn);
  }

  /**
   * Wraps a copy of {@code bytes}.
   *
   * @param bytes the secret, as stored or as another system made it
   * @return the secret
   * @throws IllegalArgumentException if there are fewer than 16 or more than 128 bytes
   */
  public static TotpSecret ofBytes(byte[] bytes) {
    return new TotpSecret(Objects.requireNonNull(bytes, "bytes").clone());
  }

  /**
   * Reads the form that {@link #toBase32} writes, and no other: upper case, unpadded, without
   * blanks, of a possible length, trailing bits zero.
   *
   * @param base32 the secret in base32
   * @return the secret
   * @throws IllegalArgumentException for any other text, and for fewer than 16 or more than 128
   *     bytes; the message never contains the text
   */
  public static TotpSecret ofBase32(String base32) {
    if (Objects.requireNonNull(base32, "base32").length() > MAX_BASE32_LENGTH) {
      throw new IllegalArgumentException(
          "base32 must have at most " + MAX_BASE32_LENGTH + " characters");
    }
    return new TotpSecret(Base32Text.decode(base32));
  }

  /** {@return the secret in unpadded base32 (RFC 4648 section 6), the form a person types in} */
  public String toBase32() {
    return Base32Text.encode(bytes);
  }

  /** {@return a copy of the bytes} */
  public byte[] toBytes() {
    return bytes.clone();
  }

  Hmac hmac(HmacAlgorithm algorithm, int counters) {
    return new Hmac(algorithm, bytes, counters);
  }

  /** Compares in constant time for secrets of one length. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TotpSecret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  /** Depends on the length alone, so that it tells nothing of the bytes. */
  @Override
  public int hashCode() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return "TotpSecret[redacted]";
  }
}
