package com.thogits.auth.simulation;

import com.thogits.auth.Session;
import com.thogits.auth.SessionStore;
import com.thogits.auth.StoreException;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sessions as they are. */
class SessionTable implements SessionStore {
  final Map<TokenHash, Session> byToken = new LinkedHashMap<>();

  @Override
  public void insert(Session session) {
    if (byToken.putIfAbsent(session.token(), session) != null) {
      throw new StoreException("A session with this token is there already.");
    }
  }

  @Override
  public Optional<Session> find(TokenHash token) {
    return Optional.ofNullable(byToken.get(token));
  }

  @Override
  public boolean replace(TokenHash old, Session next) {
    if (byToken.remove(old) == null) {
      return false;
    }
    insert(next);
    return true;
  }

  @Override
  public boolean delete(TokenHash token) {
    return byToken.remove(token) != null;
  }

  @Override
  public List<Session> findByUser(Ulid userId) {
    return byToken.values().stream()
        .filter(session -> session.userId().equals(userId))
        .sorted(Comparator.comparing(Session::id))
        .toList();
  }

  @Override
  public void touch(TokenHash token, Instant lastSeenAt) {
    byToken.computeIfPresent(
        token,
        (same, session) ->
            session.lastSeenAt().isBefore(lastSeenAt) ? session.seenAt(lastSeenAt) : session);
  }

  @Override
  public int deleteExpired(Instant now, Instant idleSince) {
    int before = byToken.size();
    byToken
        .values()
        .removeIf(
            session ->
                !session.expiresAt().isAfter(now) || !session.lastSeenAt().isAfter(idleSince));
    return before - byToken.size();
  }

  @Override
  public int deleteAll() {
    int before = byToken.size();
    byToken.clear();
    return before;
  }
}
