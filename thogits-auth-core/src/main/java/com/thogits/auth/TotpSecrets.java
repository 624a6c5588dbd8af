package com.thogits.auth;

import com.thogits.auth.crypto.SecretCipher;
import com.thogits.auth.totp.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Seals TOTP secrets for their account and opens them when they are used. */
final class TotpSecrets {
  private final SecretCipher cipher;

  TotpSecrets(SecretCipher cipher) {
    this.cipher = cipher;
  }

  SealedSecret seal(TotpSecret secret, Ulid userId) {
    byte[] bytes = secret.toBytes();
    try {
      return new SealedSecret(cipher.seal(bytes, context(userId)));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * Opens a sealed secret.
   *
   * @throws com.thogits.auth.crypto.UnopenableSecretException if it was changed, belongs to another
   *     account, or its key is gone
   */
  TotpSecret open(SealedSecret sealed, Ulid userId) {
    byte[] bytes = cipher.open(sealed.toBytes(), context(userId));
    try {
      return TotpSecret.ofBytes(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** The same secret under the current key. */
  SealedSecret upToDate(SealedSecret sealed, Ulid userId) {
    return cipher.isCurrent(sealed.toBytes()) ? sealed : seal(open(sealed, userId), userId);
  }

  private static byte[] context(Ulid userId) {
    return ("totp:" + userId).getBytes(StandardCharsets.US_ASCII);
  }
}
