package com.thogits.auth.memory;

import com.thogits.auth.Session;
import com.thogits.auth.SessionStore;
import com.thogits.auth.StoreException;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps sessions in memory until the process ends. Every call is one step under one lock. */
public final class MemorySessionStore implements SessionStore {
  private final Map<TokenHash, Session> sessions = new HashMap<>();
  private final Map<Ulid, Set<TokenHash>> tokensByUser = new HashMap<>();

  /** A store without sessions. */
  public MemorySessionStore() {}

  @Override
  public synchronized void insert(Session session) {
    requireFree(session.token());
    put(session);
  }

  @Override
  public synchronized Optional<Session> find(TokenHash token) {
    return Optional.ofNullable(sessions.get(token));
  }

  @Override
  public synchronized List<Session> findByUser(Ulid userId) {
    return tokensByUser.getOrDefault(userId, Set.of()).stream()
        .map(token -> sessions.get(token))
        .sorted(Comparator.comparing(Session::id))
        .toList();
  }

  @Override
  public synchronized boolean replace(TokenHash old, Session next) {
    if (!sessions.containsKey(old)) {
      return false;
    }
    if (!next.token().equals(old)) {
      requireFree(next.token());
    }
    remove(old);
    put(next);
    return true;
  }

  @Override
  public synchronized boolean delete(TokenHash token) {
    return remove(token);
  }

  @Override
  public synchronized void touch(TokenHash token, Instant lastSeenAt) {
    sessions.computeIfPresent(
        token,
        (same, session) ->
            session.lastSeenAt().isBefore(lastSeenAt) ? session.seenAt(lastSeenAt) : session);
  }

  @Override
  public synchronized int deleteExpired(Instant now, Instant idleSince) {
    List<TokenHash> ended =
        sessions.values().stream()
            .filter(
                session ->
                    !session.expiresAt().isAfter(now) || !session.lastSeenAt().isAfter(idleSince))
            .map(Session::token)
            .toList();
    ended.forEach(this::remove);
    return ended.size();
  }

  @Override
  public synchronized int deleteAll() {
    int all = sessions.size();
    sessions.clear();
    tokensByUser.clear();
    return all;
  }

  private void requireFree(TokenHash token) {
    if (sessions.containsKey(token)) {
      throw new StoreException("A session with this token is there already.");
    }
  }

  private void put(Session session) {
    sessions.put(session.token(), session);
    tokensByUser.computeIfAbsent(session.userId(), first -> new HashSet<>()).add(session.token());
  }

  private boolean remove(TokenHash token) {
    Session removed = sessions.remove(token);
    if (removed == null) {
      return false;
    }
    tokensByUser.computeIfPresent(
        removed.userId(),
        (user, tokens) -> {
          tokens.remove(token);
          return tokens.isEmpty() ? null : tokens;
        });
    return true;
  }
}
