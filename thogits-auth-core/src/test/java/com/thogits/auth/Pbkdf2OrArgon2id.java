package com.thogits.auth;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What a host writes that comes from PBKDF2: the old hashes are verified, new ones are not. */
final class Pbkdf2OrArgon2id implements PasswordHasher {
  private static final String PREFIX = "$pbkdf2$";

  private final PasswordHasher argon2id;

  Pbkdf2OrArgon2id(PasswordHasher argon2id) {
    this.argon2id = argon2id;
  }

  /** An old hash. */
  static String pbkdf2(String password, String salt) {
    PBEKeySpec spec =
        new PBEKeySpec(password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), 1000, 256);
    try {
      byte[] digest =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return PREFIX + salt + "$" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String hash(Password password) {
    return argon2id.hash(password);
  }

  @Override
  public boolean verify(Password password, String encodedHash) {
    if (!encodedHash.startsWith(PREFIX)) {
      return argon2id.verify(password, encodedHash);
    }
    String salt = encodedHash.substring(PREFIX.length(), encodedHash.lastIndexOf('$'));
    String text = new String(password.toUtf8(), StandardCharsets.UTF_8);
    return MessageDigest.isEqual(ascii(pbkdf2(text, salt)), ascii(encodedHash));
  }

  @Override
  public boolean needsRehash(String encodedHash) {
    return encodedHash.startsWith(PREFIX) || argon2id.needsRehash(encodedHash);
  }

  @Override
  public String unmatchable() {
    return argon2id.unmatchable();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
