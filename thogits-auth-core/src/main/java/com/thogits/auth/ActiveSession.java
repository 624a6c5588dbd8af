package com.thogits.auth;

import java.time.Instant;

/**
 * A session of full standing that was alive when it was asked for.
 *
 * @param id names the session among its user's
 * @param user whose session it is
 * @param createdAt when its login began
 * @param provenAt when its user last gave a password or a code; a host may ask for a newer proof
 *     before it does something that matters (ASVS 7.5.3)
 * @param expiresAt when it ends, however often it is used
 * @param secondFactor whether a code was given for it, and not the password alone
 */
public record ActiveSession(
    Ulid id,
    UserInfo user,
    Instant createdAt,
    Instant provenAt,
    Instant expiresAt,
    boolean secondFactor) {

  static ActiveSession of(LiveSession live) {
    Session session = live.session();
    return new ActiveSession(
        session.id(),
        UserInfo.of(live.user()),
        session.createdAt(),
        session.provenAt(),
        session.expiresAt(),
        session.secondFactor());
  }
}
