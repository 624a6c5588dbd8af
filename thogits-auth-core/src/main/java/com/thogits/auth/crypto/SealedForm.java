package com.thogits.auth.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** The bytes of a sealed secret: version, key id, IV, ciphertext and tag. */
final class SealedForm {
  private static final byte VERSION = 1;
  private static final int HEADER_LENGTH = 1 + Integer.BYTES;
  private static final int IV_LENGTH = 12;
  private static final int TAG_LENGTH = 16;

  static final int OVERHEAD = HEADER_LENGTH + IV_LENGTH + TAG_LENGTH;

  private SealedForm() {}

  static byte[] seal(int keyId, AesKey key, SecureRandom random, byte[] secret, byte[] context) {
    byte[] iv = new byte[IV_LENGTH];
    random.nextBytes(iv);
    ByteBuffer sealed = ByteBuffer.allocate(Math.addExact(OVERHEAD, secret.length));
    sealed.put(prefix(keyId)).put(iv);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, sealed.array(), context);
      cipher.doFinal(ByteBuffer.wrap(secret), sealed);
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
    return sealed.array();
  }

  /** Whether {@code bytes} have the version and the length of a sealed secret. */
  static boolean isOne(byte[] bytes) {
    return bytes.length >= OVERHEAD && bytes[0] == VERSION;
  }

  static int keyId(byte[] sealed) {
    return ByteBuffer.wrap(sealed).getInt(1);
  }

  static byte[] prefix(int keyId) {
    return ByteBuffer.allocate(HEADER_LENGTH).put(VERSION).putInt(keyId).array();
  }

  static byte[] open(AesKey key, byte[] sealed, byte[] context) {
    int start = HEADER_LENGTH + IV_LENGTH;
    try {
      return cipher(Cipher.DECRYPT_MODE, key, sealed, context)
          .doFinal(sealed, start, sealed.length - start);
    } catch (AEADBadTagException e) {
      throw new UnopenableSecretException(
          "the secret was changed, or sealed with another key of the id "
              + keyId(sealed)
              + ", or belongs elsewhere");
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  /** The header has a fixed length, so header and context cannot be mistaken for each other. */
  private static Cipher cipher(int mode, AesKey key, byte[] sealed, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        key.forCipher(),
        new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, sealed, HEADER_LENGTH, IV_LENGTH));
    cipher.updateAAD(sealed, 0, HEADER_LENGTH);
    cipher.updateAAD(context);
    return cipher;
  }

  private static IllegalStateException unavailable(GeneralSecurityException e) {
    return new IllegalStateException("this Java runtime cannot do AES-256-GCM", e);
  }
}
