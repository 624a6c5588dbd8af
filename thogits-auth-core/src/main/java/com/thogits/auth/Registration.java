package com.thogits.auth;

import com.thogits.auth.password.Password;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** Creates an account with e-mail and password. */
final class Registration {
  private final UserStore users;
  private final NewSessions sessions;
  private final PasswordAttempts attempts;
  private final NewPasswords newPasswords;
  private final PasswordHashing hashing;
  private final Clock clock;
  private final SecureRandom random;

  Registration(
      UserStore users,
      NewSessions sessions,
      PasswordAttempts attempts,
      NewPasswords newPasswords,
      PasswordHashing hashing,
      Clock clock,
      SecureRandom random) {
    this.users = users;
    this.sessions = sessions;
    this.attempts = attempts;
    this.newPasswords = newPasswords;
    this.hashing = hashing;
    this.clock = clock;
    this.random = random;
  }

  SignedIn register(Trail trail, String emailText, String passwordText, Client client) {
    Email email =
        Email.parse(emailText).orElseThrow(() -> new AuthException(AuthError.INVALID_EMAIL));
    hashing.requirePlace();
    attempts.countRegistration(client);
    try (Password password = newPasswords.require(trail, passwordText, email)) {
      Instant now = clock.instant();
      User user = User.registered(Ulid.create(now, random), email, hashing.hash(password), now);
      if (!users.insert(user)) {
        throw new AuthException(AuthError.EMAIL_TAKEN);
      }
      return sessions.begin(trail.of(user), client);
    }
  }
}
