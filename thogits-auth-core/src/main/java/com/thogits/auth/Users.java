package com.thogits.auth;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes accounts by compare-and-set. */
final class Users {
  /** Each lost race means that another writer won, so only a broken store gets this far. */
  private static final int MOST_TRIES = 1000;

  private final UserStore store;

  Users(UserStore store) {
    this.store = store;
  }

  /**
   * Applies a change, on behalf of a session, to the newest version of an account until the store
   * takes it.
   *
   * @param seen the account as the session's check found it
   * @param ended the refusal if the account's credentials have changed since, which ended the
   *     session, or the account is gone
   * @param change is asked again after each lost race, and may refuse
   */
  User change(User seen, AuthError ended, UnaryOperator<User> change) {
    return change(
            seen,
            newest -> {
              if (newest.credentialEpoch() != seen.credentialEpoch()) {
                throw new AuthException(ended);
              }
              return change.apply(newest);
            })
        .orElseThrow(() -> new AuthException(ended));
  }

  /** The same on behalf of nobody's session; empty if the account is gone. */
  Optional<User> change(User seen, UnaryOperator<User> change) {
    Optional<User> current = Optional.of(seen);
    for (int tries = 0; tries < MOST_TRIES && current.isPresent(); tries++) {
      User next = change.apply(current.get());
      if (store.replace(next)) {
        return Optional.of(next);
      }
      current = store.findById(seen.id());
    }
    if (current.isEmpty()) {
      return current;
    }
    throw new StoreException("The user store takes no change of an account.");
  }
}
