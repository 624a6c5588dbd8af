package com.thogits.auth.brokenstores;

import com.thogits.auth.Session;
import com.thogits.auth.SessionStore;
import com.thogits.auth.StoreException;
import com.thogits.auth.TokenHash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Stores of sessions whose writes are wrong. */
// Steps that exclude nobody are the defect.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class BrokenSessionWrites {
  private BrokenSessionWrites() {}

  static Stream<Defect<SessionStore>> all() {
    return Stream.of(insert(), replace(), delete(), touch()).flatMap(defects -> defects);
  }

  private static Stream<Defect<SessionStore>> insert() {
    return Stream.of(
        new Defect<>(
            "insert overwrites the session of that token",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized void insert(Session session) {
                    put(session);
                  }
                }),
        new Defect<>(
            "insert is silent about a token that is there",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized void insert(Session session) {
                    rows.putIfAbsent(session.token(), session);
                  }
                }),
        new Defect<>(
            "insert checks in one step and writes in another",
            () ->
                new SessionTable() {
                  @Override
                  public void insert(Session session) {
                    requireFree(session.token());
                    gap.pass();
                    put(session);
                  }
                }),
        new Defect<>(
            "insert ends the user's other sessions",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized void insert(Session session) {
                    requireFree(session.token());
                    rows.values().removeIf(row -> row.userId().equals(session.userId()));
                    put(session);
                  }
                }));
  }

  private static Stream<Defect<SessionStore>> replace() {
    return Stream.of(
        new Defect<>(
            "replace adds a session where there was none",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean replace(TokenHash old, Session next) {
                    rows.remove(old);
                    put(next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace looks in one step and writes in another",
            () ->
                new SessionTable() {
                  @Override
                  public boolean replace(TokenHash old, Session next) {
                    if (!rows.containsKey(old)) {
                      return false;
                    }
                    gap.pass();
                    rows.remove(old);
                    put(next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace keeps the old token alive",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean replace(TokenHash old, Session next) {
                    Session row = rows.get(old);
                    boolean replaced = super.replace(old, next);
                    if (replaced) {
                      rows.putIfAbsent(old, row);
                    }
                    return replaced;
                  }
                }),
        new Defect<>(
            "replace answers true though nothing was written",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean replace(TokenHash old, Session next) {
                    super.replace(old, next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace overwrites the session of the new token",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean replace(TokenHash old, Session next) {
                    if (rows.remove(old) == null) {
                      return false;
                    }
                    put(next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace answers false for the token of another",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean replace(TokenHash old, Session next) {
                    try {
                      return super.replace(old, next);
                    } catch (StoreException taken) {
                      return false;
                    }
                  }
                }),
        new Defect<>(
            "replace removes the old session before it refuses",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean replace(TokenHash old, Session next) {
                    if (rows.remove(old) == null) {
                      return false;
                    }
                    insert(next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace checks the new token in one step and writes in another",
            () ->
                new SessionTable() {
                  @Override
                  public boolean replace(TokenHash old, Session next) {
                    if (!next.token().equals(old)) {
                      requireFree(next.token());
                    }
                    gap.pass();
                    synchronized (this) {
                      boolean replaced = rows.remove(old) != null;
                      if (replaced) {
                        put(next);
                      }
                      return replaced;
                    }
                  }
                }),
        new Defect<>(
            "replace refuses the session's own token",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean replace(TokenHash old, Session next) {
                    if (rows.containsKey(old)) {
                      requireFree(next.token());
                    }
                    return super.replace(old, next);
                  }
                }));
  }

  private static Stream<Defect<SessionStore>> delete() {
    return Stream.of(
        new Defect<>(
            "delete answers true always",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean delete(TokenHash token) {
                    super.delete(token);
                    return true;
                  }
                }),
        new Defect<>(
            "delete removes nothing",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean delete(TokenHash token) {
                    return rows.containsKey(token);
                  }
                }),
        new Defect<>(
            "delete looks in one step and removes in another",
            () ->
                new SessionTable() {
                  @Override
                  public boolean delete(TokenHash token) {
                    boolean there = rows.containsKey(token);
                    gap.pass();
                    rows.remove(token);
                    return there;
                  }
                }),
        new Defect<>(
            "delete and replace exclude only their own kind",
            () ->
                new SessionTable() {
                  private final Object deletions = new Object();

                  @Override
                  public synchronized boolean replace(TokenHash old, Session next) {
                    if (!rows.containsKey(old)) {
                      return false;
                    }
                    gap.pass();
                    return super.replace(old, next) || rows.put(next.token(), next) == null;
                  }

                  @Override
                  public boolean delete(TokenHash token) {
                    synchronized (deletions) {
                      boolean there = rows.containsKey(token);
                      gap.pass();
                      rows.remove(token);
                      return there;
                    }
                  }
                }),
        new Defect<>(
            "delete removes all sessions of the user",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized boolean delete(TokenHash token) {
                    Session row = rows.remove(token);
                    if (row != null) {
                      rows.values().removeIf(other -> other.userId().equals(row.userId()));
                    }
                    return row != null;
                  }
                }));
  }

  private static Stream<Defect<SessionStore>> touch() {
    return Stream.of(
        new Defect<>(
            "touch goes back in time",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized void touch(TokenHash token, Instant lastSeenAt) {
                    rows.computeIfPresent(token, (same, row) -> row.seenAt(lastSeenAt));
                  }
                }),
        new Defect<>(
            "touch compares in one step and writes in another",
            () ->
                new SessionTable() {
                  private Instant latest = Instant.MIN;

                  @Override
                  public void touch(TokenHash token, Instant lastSeenAt) {
                    Session row = rows.get(token);
                    if (row == null || !row.lastSeenAt().isBefore(lastSeenAt)) {
                      return;
                    }
                    note(lastSeenAt);
                    gap.pass();
                    if (isLatest(lastSeenAt)) {
                      rows.put(token, row.seenAt(lastSeenAt));
                      gap.pass();
                    } else {
                      gap.pass();
                      rows.put(token, row.seenAt(lastSeenAt));
                    }
                  }

                  private synchronized void note(Instant time) {
                    latest = time.isAfter(latest) ? time : latest;
                  }

                  private synchronized boolean isLatest(Instant time) {
                    return time.equals(latest);
                  }
                }),
        new Defect<>(
            "touch writes back the row that it read",
            () ->
                new SessionTable() {
                  @Override
                  public void touch(TokenHash token, Instant lastSeenAt) {
                    Session row = rows.get(token);
                    if (row != null && row.lastSeenAt().isBefore(lastSeenAt)) {
                      gap.pass();
                      gap.pass();
                      put(row.seenAt(lastSeenAt));
                    }
                  }

                  @Override
                  public boolean delete(TokenHash token) {
                    gap.pass();
                    boolean deleted = super.delete(token);
                    gap.pass();
                    return deleted;
                  }

                  @Override
                  public boolean replace(TokenHash old, Session next) {
                    gap.pass();
                    boolean replaced = super.replace(old, next);
                    gap.pass();
                    return replaced;
                  }
                }),
        new Defect<>(
            "touch revives a session that is gone",
            () ->
                new SessionTable() {
                  private final Map<TokenHash, Session> all = new HashMap<>();

                  @Override
                  void put(Session session) {
                    all.put(session.token(), session);
                    super.put(session);
                  }

                  @Override
                  public synchronized void touch(TokenHash token, Instant lastSeenAt) {
                    Session known = all.get(token);
                    if (known != null && known.lastSeenAt().isBefore(lastSeenAt)) {
                      put(known.seenAt(lastSeenAt));
                    }
                  }
                }),
        new Defect<>(
            "touch notes nothing",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized void touch(TokenHash token, Instant lastSeenAt) {}
                }),
        new Defect<>(
            "touch cuts to seconds",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized void touch(TokenHash token, Instant lastSeenAt) {
                    super.touch(token, lastSeenAt.truncatedTo(ChronoUnit.SECONDS));
                  }
                }),
        new Defect<>(
            "touch notes the use of all sessions of the user",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized void touch(TokenHash token, Instant lastSeenAt) {
                    Session seen = rows.get(token);
                    if (seen != null) {
                      of(seen.userId())
                          .toList()
                          .forEach(row -> super.touch(row.token(), lastSeenAt));
                    }
                  }
                }),
        new Defect<>(
            "touch throws for a session that is gone",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized void touch(TokenHash token, Instant lastSeenAt) {
                    if (!rows.containsKey(token)) {
                      throw new StoreException("There is no such session.");
                    }
                    super.touch(token, lastSeenAt);
                  }
                }));
  }
}
