package com.thogits.auth.memory;

import com.thogits.auth.Session;
import com.thogits.auth.SessionStore;
import com.thogits.auth.StoreException;
import com.thogits.auth.TokenHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps sessions in memory until the process ends. Every call is one step under one lock. */
public final class MemorySessionStore implements SessionStore {
  private final Map<TokenHash, Session> sessions = new HashMap<>();

  /** A store without sessions. */
  public MemorySessionStore() {}

  @Override
  public synchronized void insert(Session session) {
    if (sessions.putIfAbsent(session.token(), session) != null) {
      throw tokenTaken();
    }
  }

  @Override
  public synchronized Optional<Session> find(TokenHash token) {
    return Optional.ofNullable(sessions.get(token));
  }

  @Override
  public synchronized boolean replace(TokenHash old, Session next) {
    if (!sessions.containsKey(old)) {
      return false;
    }
    if (!next.token().equals(old) && sessions.containsKey(next.token())) {
      throw tokenTaken();
    }
    sessions.remove(old);
    sessions.put(next.token(), next);
    return true;
  }

  private static StoreException tokenTaken() {
    return new StoreException("A session with this token is there already.");
  }

  @Override
  public synchronized boolean delete(TokenHash token) {
    return sessions.remove(token) != null;
  }

  @Override
  public synchronized void touch(TokenHash token, Instant lastSeenAt) {
    sessions.computeIfPresent(
        token,
        (same, session) ->
            session.lastSeenAt().isBefore(lastSeenAt) ? seen(session, lastSeenAt) : session);
  }

  private static Session seen(Session session, Instant lastSeenAt) {
    return new Session(
        session.token(),
        session.userId(),
        session.standing(),
        session.credentialEpoch(),
        session.createdAt(),
        session.expiresAt(),
        lastSeenAt,
        session.address(),
        session.userAgent());
  }

  @Override
  public synchronized int deleteExpired(Instant now, Instant idleSince) {
    int before = sessions.size();
    sessions
        .values()
        .removeIf(
            session ->
                !session.expiresAt().isAfter(now) || !session.lastSeenAt().isAfter(idleSince));
    return before - sessions.size();
  }
}
