package com.thogits.auth.model;

import com.thogits.auth.Ulid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a token stands for. */
final class ModelSession {
  final ModelAccount account;
  boolean full;
  boolean ended;
  Instant provenAt;
  Instant expiresAt;
  Instant lastSeenAt;
  int codesTried;
  @Nullable Ulid id;

  ModelSession(ModelAccount account, boolean full, Instant now, Instant expiresAt) {
    this.account = account;
    this.full = full;
    this.provenAt = now;
    this.lastSeenAt = now;
    this.expiresAt = expiresAt;
    account.sessions.add(this);
  }
}
