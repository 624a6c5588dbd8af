package com.thogits.auth;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.util.Optional;

/**
 * Compares a password with an account's. An account that is not there and an account without a
 * password cost the same hash as a wrong password, so that time tells nothing (ASVS 6.3.8).
 */
final class PasswordCheck {
  private final UserStore users;
  private final PasswordHasher hasher;
  private final String unmatchable;

  PasswordCheck(UserStore users, PasswordHasher hasher) {
    this.users = users;
    this.hasher = hasher;
    this.unmatchable = hasher.unmatchable();
  }

  /** The account if the password is its own; rehashed if the hash had fallen behind. */
  Optional<User> check(Optional<User> account, String passwordText) {
    Optional<Password> read = Passwords.read(passwordText);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    try (Password password = read.get()) {
      String hash = account.map(User::passwordHash).orElse(unmatchable);
      return hasher.verify(password, hash)
          ? account.map(user -> upToDate(user, hash, password))
          : Optional.empty();
    }
  }

  private User upToDate(User user, String hash, Password password) {
    if (!hasher.needsRehash(hash)) {
      return user;
    }
    User rehashed = user.withRehashedPassword(hasher.hash(password));
    return users.replace(rehashed) ? rehashed : user;
  }
}
