package com.thogits.auth;

import com.thogits.auth.PasswordAttempts.Counted;
import com.thogits.auth.password.Password;
import java.util.Optional;

/**
 * Compares a password with an account's. An account that is not there and an account without a
 * password cost the same hash as a wrong password, so that time tells nothing (ASVS 6.3.8).
 */
final class PasswordCheck {
  private final UserStore users;
  private final PasswordHashing hashing;

  PasswordCheck(UserStore users, PasswordHashing hashing) {
    this.users = users;
    this.hashing = hashing;
  }

  /** Refuses while no password can be checked. */
  void requirePlace() {
    hashing.requirePlace();
  }

  /**
   * The account if the password is its own, rehashed if the hash had fallen behind. What was
   * counted for it is settled: a success is forgiven, and so is a password that was not checked.
   */
  Optional<User> check(Optional<User> account, String passwordText, Counted counted) {
    Optional<User> right;
    try {
      right = compare(account, passwordText);
    } catch (AuthException notChecked) {
      counted.notChecked();
      throw notChecked;
    }
    if (right.isPresent()) {
      counted.succeeded();
    }
    return right;
  }

  private Optional<User> compare(Optional<User> account, String passwordText) {
    Optional<Password> read = Passwords.read(passwordText);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    try (Password password = read.get()) {
      String hash = account.map(User::passwordHash).orElse(hashing.unmatchable());
      return hashing.verify(password, hash)
          ? account.map(user -> upToDate(user, hash, password))
          : Optional.empty();
    }
  }

  /** A hash that cannot be renewed now is renewed at the next login: the password was right. */
  private User upToDate(User user, String hash, Password password) {
    if (!hashing.needsRehash(hash)) {
      return user;
    }
    try {
      User rehashed = user.withRehashedPassword(hashing.hash(password));
      return users.replace(rehashed) ? rehashed : user;
    } catch (AuthException overloaded) {
      return user;
    }
  }
}
