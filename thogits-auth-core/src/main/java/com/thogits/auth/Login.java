package com.thogits.auth;

import com.thogits.auth.PasswordAttempts.Counted;
import java.util.Optional;

/** Checks e-mail and password, at the cost of one hash whatever is wrong. */
final class Login {
  /** As many wrong passwords as its owner would hardly have sent. */
  private static final int SUSPICIOUS_FAILURES = 5;

  private final UserStore users;
  private final NewSessions sessions;
  private final PasswordAttempts attempts;
  private final PasswordCheck passwordCheck;

  Login(
      UserStore users,
      NewSessions sessions,
      PasswordAttempts attempts,
      PasswordCheck passwordCheck) {
    this.users = users;
    this.sessions = sessions;
    this.attempts = attempts;
    this.passwordCheck = passwordCheck;
  }

  LoginResult login(Trail trail, String email, String password, Client client) {
    passwordCheck.requirePlace();
    Optional<User> found = Email.parse(email).flatMap(users::findByEmail).map(trail::of);
    int failuresBefore = attempts.failuresOf(email);
    Counted counted = attempts.countLogin(email, found, client);
    User user =
        passwordCheck
            .check(found, password, counted)
            .orElseThrow(() -> new AuthException(AuthError.INVALID_CREDENTIALS));
    if (failuresBefore >= SUSPICIOUS_FAILURES) {
      trail.notice(AuthEvent.Notice.LOGIN_AFTER_FAILURES);
    }
    return user.totp().isConfirmed()
        ? sessions.beginPartial(user, client)
        : sessions.begin(user, client);
  }
}
