package com.thogits.auth.totp;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * HMAC (RFC 2104) of counters under one key, for one thread and a short time.
 *
 * <p>{@link javax.crypto.Mac} computes the same, but has to be found and keyed for each use.
 */
final class Hmac {
  private static final int INNER = 0x36;
  private static final int OUTER = 0x5c;

  private final MessageDigest digest;
  private final byte[] innerKey;
  private final byte[] outerKey;

  Hmac(HmacAlgorithm algorithm, byte[] key) {
    digest = algorithm.newDigest();
    int length = algorithm.blockLength();
    byte[] fitting = key.length > length ? digest.digest(key) : key;
    innerKey = padded(fitting, length, INNER);
    outerKey = padded(fitting, length, OUTER);
  }

  private static byte[] padded(byte[] key, int length, int pad) {
    byte[] block = new byte[length];
    for (int i = 0; i < length; i++) {
      block[i] = (byte) (pad ^ (i < key.length ? key[i] : 0));
    }
    return block;
  }

  /** Hashes the eight bytes of {@code counter}, the highest first (RFC 4226 section 5.1). */
  byte[] hash(long counter) {
    digest.update(innerKey);
    byte[] innerHash = digest.digest(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
    digest.update(outerKey);
    return digest.digest(innerHash);
  }
}
