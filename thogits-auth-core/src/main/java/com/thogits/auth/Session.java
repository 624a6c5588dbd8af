package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A session as a {@link SessionStore} keeps it.
 *
 * @param token the digest of the session's token, which is unique
 * @param id names the session to its user; it stays when the token changes, and is no secret
 * @param userId whose session it is
 * @param standing what the session is good for
 * @param secondFactor whether a code was given for it
 * @param credentialEpoch the user's {@linkplain User#credentialEpoch() epoch} that the session
 *     belongs to
 * @param createdAt when its login began, in whole milliseconds
 * @param provenAt when its user last gave a password or a code, in whole milliseconds
 * @param expiresAt when it ends at the latest, in whole milliseconds
 * @param lastSeenAt when it was last used, to the minute, in whole milliseconds
 * @param address where the login came from
 * @param userAgent what the login's client called itself
 */
public record Session(
    TokenHash token,
    Ulid id,
    Ulid userId,
    Standing standing,
    boolean secondFactor,
    long credentialEpoch,
    Instant createdAt,
    Instant provenAt,
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
    requireNonNull(id, "id");
    requireNonNull(userId, "userId");
    requireNonNull(standing, "standing");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(provenAt, "provenAt");
    requireNonNull(expiresAt, "expiresAt");
    requireNonNull(lastSeenAt, "lastSeenAt");
    requireNonNull(address, "address");
    requireNonNull(userAgent, "userAgent");
  }

  /** The same login at the user's present epoch, with its old end. */
  Session reissued(User user, boolean withSecondFactor, Instant proven) {
    return new Session(
        token,
        id,
        userId,
        standing,
        withSecondFactor,
        user.credentialEpoch(),
        createdAt,
        proven,
        expiresAt,
        lastSeenAt,
        address,
        userAgent);
  }

  /** The same session under another token. */
  Session under(TokenHash newToken) {
    return new Session(
        newToken,
        id,
        userId,
        standing,
        secondFactor,
        credentialEpoch,
        createdAt,
        provenAt,
        expiresAt,
        lastSeenAt,
        address,
        userAgent);
  }

  /** The same session, last used at another time. */
  public Session seenAt(Instant time) {
    return new Session(
        token,
        id,
        userId,
        standing,
        secondFactor,
        credentialEpoch,
        createdAt,
        provenAt,
        expiresAt,
        time,
        address,
        userAgent);
  }

  /** The session's user; where and from what it is used is personal. */
  @Override
  public String toString() {
    return "Session[userId=" + userId + ", standing=" + standing + "]";
  }
}
