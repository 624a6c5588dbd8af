package com.thogits.auth;

import static java.util.Objects.requireNonNull;

/**
 * A session and the account that it belongs to, as {@link SessionStore#findWithUser} finds them. It
 * says nothing of whether the session is alive.
 */
public record SessionWithUser(Session session, User user) {

  /**
   * Takes no session of somebody else.
   *
   * @throws IllegalArgumentException if the session is another account's
   */
  public SessionWithUser {
    requireNonNull(session, "session");
    requireNonNull(user, "user");
    if (!session.userId().equals(user.id())) {
      throw new IllegalArgumentException("session is another user's");
    }
  }
}
