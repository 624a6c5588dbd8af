package com.thogits.auth.totp;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * HMAC (RFC 2104) of some counters under one key, for one thread.
 *
 * <p>{@link javax.crypto.Mac} computes the same, but has to be found and keyed for each use. Here a
 * digest takes the inner key once, and each counter but the last is hashed by a clone of it. To
 * spare the outer key as well would save less time and nearly double the memory.
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
  private final byte[] outerKeyAndHash;
  private final ByteBuffer hash;
  private boolean tookInnerKey;
  private int counters;

  /** Is the quickest if {@link #hash} is called for that many {@code counters} and no more. */
  Hmac(HmacAlgorithm algorithm, byte[] key, int counters) {
    this(unfed(algorithm), algorithm.blockLength(), key, counters);
  }

  Hmac(MessageDigest unfed, int blockLength, byte[] key, int counters) {
    digest = unfed;
    byte[] fitting = key.length > blockLength ? digest.digest(key) : key;
    int hashLength = digest.getDigestLength();
    innerKey = padded(fitting, blockLength, INNER, 0);
    outerKeyAndHash = padded(fitting, blockLength, OUTER, hashLength);
    hash = ByteBuffer.wrap(outerKeyAndHash, blockLength, hashLength).slice();
    this.counters = counters;
  }

  private static MessageDigest unfed(HmacAlgorithm algorithm) {
    try {
      return (MessageDigest) requireNonNull(UNFED.get(algorithm)).clone();
    } catch (CloneNotSupportedException e) {
      return algorithm.newDigest();
    }
  }

  private static byte[] padded(byte[] key, int length, int pad, int room) {
    byte[] padded = Arrays.copyOf(key, length + room);
    for (int i = 0; i < length; i++) {
      padded[i] ^= (byte) pad;
    }
    return padded;
  }

  /**
   * Hashes the eight bytes of {@code counter}, the highest first (RFC 4226 section 5.1).
   *
   * @return the hash, which the next call writes over
   */
  ByteBuffer hash(long counter) {
    MessageDigest keyed = withInnerKey();
    hash.putLong(0, counter);
    keyed.update(outerKeyAndHash, innerKey.length, Long.BYTES);
    finish(keyed);
    keyed.update(outerKeyAndHash);
    finish(keyed);
    return hash;
  }

  private MessageDigest withInnerKey() {
    if (!tookInnerKey) {
      digest.update(innerKey);
      tookInnerKey = true;
    }
    counters--;
    if (counters > 0) {
      try {
        return (MessageDigest) digest.clone();
      } catch (CloneNotSupportedException e) {
        // It is used itself, and takes the key anew for the next counter.
      }
    }
    tookInnerKey = false;
    return digest;
  }

  private void finish(MessageDigest keyed) {
    try {
      keyed.digest(outerKeyAndHash, innerKey.length, hash.capacity());
    } catch (DigestException e) {
      throw new IllegalStateException("a hash does not fit its own length", e);
    }
  }
}
