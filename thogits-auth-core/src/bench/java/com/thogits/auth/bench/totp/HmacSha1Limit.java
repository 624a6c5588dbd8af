package com.thogits.auth.bench.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * HMAC-SHA-1 of several counters on the JDK's SHA-1 and nothing around it: two digests take the
 * padded key once, and each counter is hashed by clones of them. A hash is truncated, but no code
 * is read, written or compared, and no argument checked.
 */
final class HmacSha1Limit {
  private static final int BLOCK = 64;
  private static final int HASH = 20;

  private final MessageDigest inner;
  private final MessageDigest outer;

  HmacSha1Limit(byte[] secret) throws GeneralSecurityException {
    inner = padded(secret, 0x36);
    outer = padded(secret, 0x5c);
  }

  private static MessageDigest padded(byte[] secret, int pad) throws GeneralSecurityException {
    byte[] block = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      block[i] = (byte) (pad ^ (i < secret.length ? secret[i] : 0));
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-1");
    digest.update(block);
    return digest;
  }

  /** The truncated hashes of all counters from {@code first} to {@code last}, added up. */
  long sum(long first, long last) throws GeneralSecurityException, CloneNotSupportedException {
    byte[] hash = new byte[HASH];
    ByteBuffer buffer = ByteBuffer.wrap(hash);
    long sum = 0;
    for (long counter = first; counter <= last; counter++) {
      buffer.putLong(0, counter);
      finish(inner, hash, Long.BYTES);
      finish(outer, hash, HASH);
      sum += buffer.getInt(hash[HASH - 1] & 0xf) & 0x7fff_ffff;
    }
    return sum;
  }

  /** Replaces the first {@code length} bytes, and what follows them, by their hash. */
  private static void finish(MessageDigest padded, byte[] bytes, int length)
      throws GeneralSecurityException, CloneNotSupportedException {
    MessageDigest digest = (MessageDigest) padded.clone();
    digest.update(bytes, 0, length);
    digest.digest(bytes, 0, HASH);
  }
}
