package com.thogits.auth;

import java.time.Instant;

/**
 * What a user is told about one of the account's sessions.
 *
 * @param id names the session among its user's
 * @param createdAt when its login began
 * @param lastSeenAt when it was last used, to the minute
 * @param address where the login came from
 * @param userAgent what the login's client called itself; whatever a client says about itself
 * @param current whether it is the session that asks
 */
public record SessionInfo(
    Ulid id,
    Instant createdAt,
    Instant lastSeenAt,
    String address,
    String userAgent,
    boolean current) {

  static SessionInfo of(Session session, Session asking) {
    return new SessionInfo(
        session.id(),
        session.createdAt(),
        session.lastSeenAt(),
        session.address(),
        session.userAgent(),
        session.id().equals(asking.id()));
  }
}
