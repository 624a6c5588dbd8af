package com.thogits.auth.brokenstores;

import com.thogits.auth.Session;
import com.thogits.auth.SessionStore;
import com.thogits.auth.StoreException;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A store without a defect, in steps that a subclass can leave out, change or take apart. */
class SessionTable implements SessionStore {
  final Map<TokenHash, Session> rows = new ConcurrentHashMap<>();
  final Gap gap = new Gap();

  @Override
  public synchronized void insert(Session session) {
    requireFree(session.token());
    put(session);
  }

  @Override
  public synchronized Optional<Session> find(TokenHash token) {
    return Optional.ofNullable(rows.get(token)).map(this::answered);
  }

  @Override
  public synchronized boolean replace(TokenHash old, Session next) {
    if (!rows.containsKey(old)) {
      return false;
    }
    if (!next.token().equals(old)) {
      requireFree(next.token());
    }
    rows.remove(old);
    put(next);
    return true;
  }

  @Override
  public synchronized boolean delete(TokenHash token) {
    return rows.remove(token) != null;
  }

  @Override
  public synchronized List<Session> findByUser(Ulid userId) {
    return of(userId).sorted(Comparator.comparing(Session::id)).toList();
  }

  @Override
  public synchronized void touch(TokenHash token, Instant lastSeenAt) {
    Session row = rows.get(token);
    if (row != null && row.lastSeenAt().isBefore(lastSeenAt)) {
      put(row.seenAt(lastSeenAt));
    }
  }

  @Override
  public synchronized int deleteExpired(Instant now, Instant idleSince) {
    List<Session> ended =
        rows.values().stream().filter(row -> isEnded(answered(row), now, idleSince)).toList();
    ended.forEach(row -> rows.remove(row.token()));
    return ended.size();
  }

  @Override
  public synchronized int deleteAll() {
    int all = rows.size();
    rows.clear();
    return all;
  }

  boolean isEnded(Session session, Instant now, Instant idleSince) {
    return !session.expiresAt().isAfter(now) || !session.lastSeenAt().isAfter(idleSince);
  }

  Stream<Session> of(Ulid userId) {
    return rows.values().stream().filter(row -> row.userId().equals(userId)).map(this::answered);
  }

  void requireFree(TokenHash token) {
    if (rows.containsKey(token)) {
      throw new StoreException("A session with this token is there already.");
    }
  }

  void put(Session session) {
    rows.put(session.token(), written(session));
  }

  Session written(Session session) {
    return session;
  }

  Session answered(Session row) {
    return row;
  }
}
