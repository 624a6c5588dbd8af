package com.thogits.auth;

import com.thogits.auth.password.BreachedPasswords;
import com.thogits.auth.password.CommonPasswords;
import com.thogits.auth.password.ContextWords;
import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordPolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Admits passwords that somebody chooses (NIST SP 800-63B-4 section 3.1.1.2). */
final class NewPasswords {
  private static final Logger LOG = System.getLogger(AuthService.class.getName());

  private final PasswordPolicy policy;
  private final ContextWords words;
  private final BreachedPasswords breached;

  NewPasswords(AuthSettings settings, BreachedPasswords breached) {
    this.policy = new PasswordPolicy(settings.minimumPasswordLength());
    this.words = ContextWords.of(List.of(settings.issuer()));
    this.breached = breached;
  }

  /** Reads a new password, or refuses it. */
  Password require(Trail trail, String text, Email email) {
    Password password = Passwords.read(text).orElseThrow(NewPasswords::tooLong);
    try {
      judge(trail, password, email);
      return password;
    } catch (RuntimeException refused) {
      password.close();
      throw refused;
    }
  }

  private void judge(Trail trail, Password password, Email email) {
    switch (policy.judge(password)) {
      case TOO_SHORT ->
          throw new AuthException(
              AuthError.PASSWORD_TOO_SHORT,
              "The password needs at least "
                  + policy.minimumLength()
                  + " characters. Several words in a row are easy to remember.");
      case TOO_LONG -> throw tooLong();
      case ACCEPTED -> requireUncommon(trail, password, email);
    }
  }

  private void requireUncommon(Trail trail, Password password, Email email) {
    if (words.andEmail(email.address()).refuse(password)) {
      throw tooCommon("The password is made of your address or of the service's name.");
    }
    if (CommonPasswords.bundled().contains(password) || isBreached(trail, password)) {
      throw tooCommon("Many people use this password, so it is among the first to be tried.");
    }
  }

  /** A checker that fails keeps nobody out: the bundled list has been asked before. */
  private boolean isBreached(Trail trail, Password password) {
    try {
      return breached.contains(password);
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "The checker for breached passwords failed.", failed);
      trail.notice(AuthEvent.Notice.BREACH_CHECK_FAILED);
      return false;
    }
  }

  private static AuthException tooCommon(String reason) {
    return new AuthException(
        AuthError.PASSWORD_TOO_COMMON, reason + " Several words in a row are harder to guess.");
  }

  private static AuthException tooLong() {
    return new AuthException(
        AuthError.PASSWORD_TOO_LONG,
        "The password may have at most " + PasswordPolicy.MAXIMUM_BYTES + " bytes.");
  }
}
