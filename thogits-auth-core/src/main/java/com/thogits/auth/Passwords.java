package com.thogits.auth;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordPolicy;
import java.util.Optional;

/** Reads passwords that clients send. */
final class Passwords {
  /** Normalisation shortens; no longer text can become a password of the greatest length. */
  private static final int LONGEST_TEXT = 4 * PasswordPolicy.MAXIMUM_BYTES;

  private Passwords() {}

  /** Empty if the password is longer than any account's. */
  static Optional<Password> read(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    try {
      return Optional.of(Password.of(text))
          .filter(password -> password.byteLength() <= PasswordPolicy.MAXIMUM_BYTES);
    } catch (IllegalArgumentException unpairedSurrogate) {
      throw new AuthException(AuthError.INVALID_REQUEST, "The password is not valid Unicode.");
    }
  }
}
