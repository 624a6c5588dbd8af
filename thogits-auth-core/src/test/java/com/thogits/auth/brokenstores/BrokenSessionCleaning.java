package com.thogits.auth.brokenstores;

import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.SessionStore;
import com.thogits.auth.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores of sessions that remove too many at once, or too few. */
// Steps that exclude nobody are the defect.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class BrokenSessionCleaning {
  private BrokenSessionCleaning() {}

  static Stream<Defect<SessionStore>> all() {
    return Stream.of(boundaries(), expired(), everything()).flatMap(defects -> defects);
  }

  private static Stream<Defect<SessionStore>> boundaries() {
    return Stream.of(
        new Defect<>(
            "deleteExpired spares what expires at that very time",
            ending(
                (session, now, idleSince) ->
                    session.expiresAt().isBefore(now) || !session.lastSeenAt().isAfter(idleSince))),
        new Defect<>(
            "deleteExpired spares what was last seen at that very time",
            ending(
                (session, now, idleSince) ->
                    !session.expiresAt().isAfter(now) || session.lastSeenAt().isBefore(idleSince))),
        new Defect<>(
            "deleteExpired takes what expires a millisecond later",
            ending(
                (session, now, idleSince) ->
                    !session.expiresAt().isAfter(now.plusMillis(1))
                        || !session.lastSeenAt().isAfter(idleSince))),
        new Defect<>(
            "deleteExpired takes what was last seen a millisecond later",
            ending(
                (session, now, idleSince) ->
                    !session.expiresAt().isAfter(now)
                        || !session.lastSeenAt().isAfter(idleSince.plusMillis(1)))),
        new Defect<>(
            "deleteExpired ignores idleness",
            ending((session, now, idleSince) -> !session.expiresAt().isAfter(now))),
        new Defect<>(
            "deleteExpired ignores expiry",
            ending((session, now, idleSince) -> !session.lastSeenAt().isAfter(idleSince))),
        new Defect<>(
            "deleteExpired asks for both",
            ending(
                (session, now, idleSince) ->
                    !session.expiresAt().isAfter(now) && !session.lastSeenAt().isAfter(idleSince))),
        new Defect<>(
            "deleteExpired takes one time for the other",
            ending(
                (session, now, idleSince) ->
                    !session.expiresAt().isAfter(idleSince) || !session.lastSeenAt().isAfter(now))),
        new Defect<>(
            "deleteExpired takes live sessions", ending((session, now, idleSince) -> true)),
        new Defect<>(
            "deleteExpired spares partial sessions",
            ending(
                (session, now, idleSince) ->
                    session.standing() == Standing.FULL
                        && (!session.expiresAt().isAfter(now)
                            || !session.lastSeenAt().isAfter(idleSince)))));
  }

  private static Supplier<SessionStore> ending(Ending ending) {
    return () ->
        new SessionTable() {
          @Override
          boolean isEnded(Session session, Instant now, Instant idleSince) {
            return ending.isEnded(session, now, idleSince);
          }
        };
  }

  /** Whether a session is to be removed. */
  private interface Ending {
    boolean isEnded(Session session, Instant now, Instant idleSince);
  }

  private static Stream<Defect<SessionStore>> expired() {
    return Stream.of(
        new Defect<>(
            "deleteExpired counts what is both expired and idle twice",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized int deleteExpired(Instant now, Instant idleSince) {
                    int both =
                        (int)
                            rows.values().stream()
                                .filter(row -> isEnded(row, now, Instant.MIN))
                                .filter(row -> isEnded(row, Instant.MIN, idleSince))
                                .count();
                    return both + super.deleteExpired(now, idleSince);
                  }
                }),
        new Defect<>(
            "deleteExpired stops after one batch",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized int deleteExpired(Instant now, Instant idleSince) {
                    List<Session> batch =
                        rows.values().stream()
                            .filter(row -> isEnded(row, now, idleSince))
                            .limit(100)
                            .toList();
                    batch.forEach(row -> rows.remove(row.token()));
                    return batch.size();
                  }
                }),
        new Defect<>(
            "deleteExpired counts in one step and removes in another",
            () ->
                new SessionTable() {
                  @Override
                  public int deleteExpired(Instant now, Instant idleSince) {
                    List<TokenHash> ended =
                        rows.values().stream()
                            .filter(row -> isEnded(row, now, idleSince))
                            .map(Session::token)
                            .toList();
                    gap.pass();
                    ended.forEach(rows::remove);
                    return ended.size();
                  }
                }),
        new Defect<>(
            "deleteExpired takes what was prolonged meanwhile",
            () ->
                new SessionTable() {
                  @Override
                  public int deleteExpired(Instant now, Instant idleSince) {
                    List<TokenHash> ended =
                        rows.values().stream()
                            .filter(row -> isEnded(row, now, idleSince))
                            .map(Session::token)
                            .toList();
                    gap.pass();
                    gap.pass();
                    return (int) ended.stream().filter(token -> rows.remove(token) != null).count();
                  }

                  @Override
                  public boolean replace(TokenHash old, Session next) {
                    gap.pass();
                    boolean replaced = super.replace(old, next);
                    gap.pass();
                    return replaced;
                  }
                }));
  }

  private static Stream<Defect<SessionStore>> everything() {
    return Stream.of(
        new Defect<>(
            "deleteAll spares the last",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized int deleteAll() {
                    List<TokenHash> most = rows.keySet().stream().skip(1).toList();
                    most.forEach(rows::remove);
                    return most.size();
                  }
                }),
        new Defect<>(
            "deleteAll takes the sessions of one user alone",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized int deleteAll() {
                    List<Session> ofOne =
                        rows.values().stream().findFirst().stream()
                            .flatMap(first -> of(first.userId()))
                            .toList();
                    ofOne.forEach(row -> rows.remove(row.token()));
                    return ofOne.size();
                  }
                }),
        new Defect<>(
            "deleteAll does not count",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized int deleteAll() {
                    rows.clear();
                    return 0;
                  }
                }),
        new Defect<>(
            "deleteAll counts in one step and removes in another",
            () ->
                new SessionTable() {
                  @Override
                  public int deleteAll() {
                    int all = rows.size();
                    gap.pass();
                    rows.clear();
                    return all;
                  }
                }));
  }
}
