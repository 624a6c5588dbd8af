package com.thogits.auth.totp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The HMAC functions that RFC 6238 section 1.2 allows for TOTP. */
public enum HmacAlgorithm {
  /** HMAC-SHA-1, the one algorithm that every authenticator app supports. */
  SHA1("HmacSHA1", "SHA-1", 64, 20),
  /** HMAC-SHA-256. Several apps ignore the setting and compute SHA-1. */
  SHA256("HmacSHA256", "SHA-256", 64, 32),
  /** HMAC-SHA-512. Several apps ignore the setting and compute SHA-1. */
  SHA512("HmacSHA512", "SHA-512", 128, 64);

  private final String macName;
  private final String digestName;
  private final int blockLength;
  private final int secretLength;

  HmacAlgorithm(String macName, String digestName, int blockLength, int secretLength) {
    this.macName = macName;
    this.digestName = digestName;
    this.blockLength = blockLength;
    this.secretLength = secretLength;
  }

  /** {@return the name under which {@link javax.crypto.Mac} knows this function} */
  public String macName() {
    return macName;
  }

  /** {@return the value of the {@code algorithm} parameter in an {@code otpauth://} URI} */
  public String otpauthName() {
    return name();
  }

  /**
   * {@return the recommended length of a secret in bytes: the length of the function's output (RFC
   * 6238 section 5.1, RFC 4226 section 4 R6)}
   */
  public int secretLength() {
    return secretLength;
  }

  /** The length in bytes of what the function hashes at a time, to which a key is padded. */
  int blockLength() {
    return blockLength;
  }

  MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(digestName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no " + digestName, e);
    }
  }
}
