package com.thogits.auth;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordPolicy;

/** Admits passwords that somebody chooses. */
final class NewPasswords {
  private final PasswordPolicy policy;

  NewPasswords(AuthSettings settings) {
    this.policy = new PasswordPolicy(settings.minimumPasswordLength());
  }

  /** Reads a new password, or refuses it. */
  Password require(String text) {
    Password password = Passwords.read(text).orElseThrow(NewPasswords::tooLong);
    return switch (policy.judge(password)) {
      case ACCEPTED -> password;
      case TOO_SHORT ->
          throw new AuthException(
              AuthError.PASSWORD_TOO_SHORT,
              "The password needs at least " + policy.minimumLength() + " characters.");
      case TOO_LONG -> throw tooLong();
    };
  }

  private static AuthException tooLong() {
    return new AuthException(
        AuthError.PASSWORD_TOO_LONG,
        "The password may have at most " + PasswordPolicy.MAXIMUM_BYTES + " bytes.");
  }
}
