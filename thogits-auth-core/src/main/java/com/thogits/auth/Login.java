package com.thogits.auth;

import java.util.Optional;

/** Checks e-mail and password, at the cost of one hash whatever is wrong. */
final class Login {
  private final UserStore users;
  private final Sessions sessions;
  private final PasswordCheck passwordCheck;

  Login(UserStore users, Sessions sessions, PasswordCheck passwordCheck) {
    this.users = users;
    this.sessions = sessions;
    this.passwordCheck = passwordCheck;
  }

  LoginResult login(String emailText, String password, Client client) {
    Optional<User> found = Email.parse(emailText).flatMap(users::findByEmail);
    User user =
        passwordCheck
            .check(found, password)
            .orElseThrow(() -> new AuthException(AuthError.INVALID_CREDENTIALS));
    return user.totp().isConfirmed()
        ? sessions.beginPartial(user, client)
        : sessions.begin(user, client);
  }
}
