package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A session as a {@link SessionStore} keeps it.
 *
 * @param token the digest of the session's token, which is unique
 * @param userId whose session it is
 * @param standing what the session is good for
 * @param credentialEpoch the user's {@linkplain User#credentialEpoch() epoch} that the session
 *     belongs to
 * @param createdAt when its login began, in whole milliseconds
 * @param expiresAt when it ends at the latest, in whole milliseconds
 * @param lastSeenAt when it was last used, to the minute, in whole milliseconds
 * @param address where the login came from
 * @param userAgent what the login's client called itself
 */
public record Session(
    TokenHash token,
    Ulid userId,
    Standing standing,
    long credentialEpoch,
    Instant createdAt,
    Instant expiresAt,
    Instant lastSeenAt,
    String address,
    String userAgent) {

  /** What a session is good for. */
  public enum Standing {
    /** The password was right and a code is awaited. */
    PARTIAL,
    /** Signed in. */
    FULL
  }

  /** Checks that nothing is missing. */
  public Session {
    requireNonNull(token, "token");
    requireNonNull(userId, "userId");
    requireNonNull(standing, "standing");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(lastSeenAt, "lastSeenAt");
    requireNonNull(address, "address");
    requireNonNull(userAgent, "userAgent");
  }

  /** The same login under a new token, at the user's present epoch, with its old end. */
  Session reissued(TokenHash newToken, long epoch, Instant now) {
    return new Session(
        newToken, userId, standing, epoch, createdAt, expiresAt, now, address, userAgent);
  }

  /** The session's user; where and from what it is used is personal. */
  @Override
  public String toString() {
    return "Session[userId=" + userId + ", standing=" + standing + "]";
  }
}
