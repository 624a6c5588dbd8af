package com.thogits.auth.totp;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * HMAC (RFC 2104) of counters under one key, for one thread and a short time.
 *
 * <p>{@link javax.crypto.Mac} computes the same, but has to be found and keyed for each use.
 */
final class Hmac {
  private static final int INNER = 0x36;
  private static final int OUTER = 0x5c;

  /** Digests to clone, which takes half the time that finding a new one does. */
  private static final Map<HmacAlgorithm, MessageDigest> UNFED = new EnumMap<>(HmacAlgorithm.class);

  static {
    for (HmacAlgorithm algorithm : HmacAlgorithm.values()) {
      UNFED.put(algorithm, algorithm.newDigest());
    }
  }

  private final MessageDigest digest;
  private final byte[] innerKey;
  private final byte[] outerKey;
  private final byte[] hash;

  Hmac(HmacAlgorithm algorithm, byte[] key) {
    digest = unfed(algorithm);
    int length = algorithm.blockLength();
    byte[] fitting = key.length > length ? digest.digest(key) : key;
    innerKey = padded(fitting, length, INNER);
    outerKey = padded(fitting, length, OUTER);
    hash = new byte[digest.getDigestLength()];
  }

  private static MessageDigest unfed(HmacAlgorithm algorithm) {
    try {
      return (MessageDigest) requireNonNull(UNFED.get(algorithm)).clone();
    } catch (CloneNotSupportedException e) {
      return algorithm.newDigest();
    }
  }

  private static byte[] padded(byte[] key, int length, int pad) {
    byte[] block = Arrays.copyOf(key, length);
    for (int i = 0; i < length; i++) {
      block[i] ^= (byte) pad;
    }
    return block;
  }

  /**
   * Hashes the eight bytes of {@code counter}, the highest first (RFC 4226 section 5.1).
   *
   * @return the hash, in an array that the next call writes over
   */
  byte[] hash(long counter) {
    ByteBuffer.wrap(hash).putLong(counter);
    digest.update(innerKey);
    finish(Long.BYTES);
    digest.update(outerKey);
    finish(hash.length);
    return hash;
  }

  /** Feeds the first {@code length} bytes and replaces all of them by the hash of what was fed. */
  private void finish(int length) {
    digest.update(hash, 0, length);
    try {
      digest.digest(hash, 0, hash.length);
    } catch (DigestException e) {
      throw new IllegalStateException("a hash does not fit its own length", e);
    }
  }
}
