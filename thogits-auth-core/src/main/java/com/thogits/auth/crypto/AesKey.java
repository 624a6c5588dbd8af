package com.thogits.auth.crypto;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of AES-256. */
final class AesKey {
  static final int LENGTH = 32;

  private final SecretKey key;

  private AesKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
    Arrays.fill(bytes, (byte) 0);
  }

  static AesKey random(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new AesKey(bytes);
  }

  /**
   * Reads what {@link #toBase64} writes, and nothing else.
   *
   * @throws IllegalArgumentException for any other text; the message does not repeat it
   */
  static AesKey ofBase64(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // Not kept as the cause: its message may quote a character of the key.
      throw new IllegalArgumentException("the key is not base64");
    }
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "the key must have " + LENGTH + " bytes, not " + bytes.length);
    }
    AesKey key = new AesKey(bytes);
    if (!key.toBase64().equals(text)) {
      throw new IllegalArgumentException("the key is not canonical base64");
    }
    return key;
  }

  String toBase64() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  SecretKey forCipher() {
    return key;
  }

  boolean isSameAs(AesKey other) {
    return MessageDigest.isEqual(key.getEncoded(), other.key.getEncoded());
  }

  @Override
  public String toString() {
    return "AesKey[redacted]";
  }
}
