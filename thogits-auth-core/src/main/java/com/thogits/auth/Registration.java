package com.thogits.auth;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Creates an account with e-mail and password. */
final class Registration {
  private final UserStore users;
  private final Sessions sessions;
  private final NewPasswords newPasswords;
  private final PasswordHasher hasher;
  private final Clock clock;
  private final SecureRandom random;

  Registration(
      UserStore users,
      Sessions sessions,
      NewPasswords newPasswords,
      PasswordHasher hasher,
      Clock clock,
      SecureRandom random) {
    this.users = users;
    this.sessions = sessions;
    this.newPasswords = newPasswords;
    this.hasher = hasher;
    this.clock = clock;
    this.random = random;
  }

  SignedIn register(String emailText, String passwordText, Client client) {
    Email email =
        Email.parse(emailText).orElseThrow(() -> new AuthException(AuthError.INVALID_EMAIL));
    try (Password password = newPasswords.require(passwordText)) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      User user = User.registered(Ulid.create(now, random), email, hasher.hash(password), now);
      if (!users.insert(user)) {
        throw new AuthException(AuthError.EMAIL_TAKEN);
      }
      return sessions.begin(user, client);
    }
  }
}
