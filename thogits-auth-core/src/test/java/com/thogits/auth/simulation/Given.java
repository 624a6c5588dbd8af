package com.thogits.auth.simulation;

import com.thogits.auth.SessionToken;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token that was given to a client, and what is known of its session from outside. */
final class Given {
  final int number;
  final SessionToken token;
  final TokenHash hash;
  final String email;
  final boolean partial;
  final Operation by;

  /** From then on at the latest it is worth nothing. */
  final Instant expiresAt;

  /** Until then at least it is good, if nothing ends it. */
  final Instant livesUntil;

  /** Names the session; a partial one does not tell. */
  final @Nullable Ulid session;

  /** The password that a login was done with. */
  final @Nullable String password;

  /** What ended it, acknowledged. */
  @Nullable Operation endedBy;

  /** It ended by its token, not by its session. */
  boolean endedAlone;

  /** What may have ended it alone. */
  final List<Operation> endings = new ArrayList<>();

  boolean completed;
  int wrongCodes;

  Given(
      int number,
      SessionToken token,
      String email,
      boolean partial,
      Operation by,
      Instant expiresAt,
      Instant livesUntil,
      @Nullable Ulid session,
      @Nullable String password) {
    this.number = number;
    this.token = token;
    this.hash = token.hash();
    this.email = email;
    this.partial = partial;
    this.by = by;
    this.expiresAt = expiresAt;
    this.livesUntil = livesUntil;
    this.session = session;
    this.password = password;
  }

  boolean hasEndedBefore(Operation operation) {
    return endedBy != null && endedBy.isBefore(operation);
  }

  @Override
  public String toString() {
    return "token " + number;
  }
}
