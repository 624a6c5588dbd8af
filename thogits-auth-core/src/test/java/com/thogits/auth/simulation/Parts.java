package com.thogits.auth.simulation;

import com.thogits.auth.password.PasswordHasher;
import java.util.function.UnaryOperator;

/** What the nodes share, sound or with a fault planted in it. */
record Parts(
    UserTable users,
    SessionTable sessions,
    AttemptTable attempts,
    UnaryOperator<PasswordHasher> hasher) {

  static Parts sound() {
    return new Parts(
        new UserTable(), new SessionTable(), new AttemptTable(), UnaryOperator.identity());
  }

  Parts with(UserTable other) {
    return new Parts(other, sessions, attempts, hasher);
  }

  Parts with(SessionTable other) {
    return new Parts(users, other, attempts, hasher);
  }

  Parts with(AttemptTable other) {
    return new Parts(users, sessions, other, hasher);
  }

  Parts with(UnaryOperator<PasswordHasher> other) {
    return new Parts(users, sessions, attempts, other);
  }
}
