package com.thogits.auth.brokenstores;

import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.SessionStore;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.time.Clock;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores of sessions that find too many, too few, or not what was written. */
final class BrokenSessionReads {
  private BrokenSessionReads() {}

  static Stream<Defect<SessionStore>> all() {
    return Stream.of(byToken(), byUser(), values()).flatMap(defects -> defects);
  }

  private static Stream<Defect<SessionStore>> byToken() {
    return Stream.of(
        new Defect<>(
            "find remembers what it found",
            () ->
                new SessionTable() {
                  private final Map<TokenHash, Session> found = new HashMap<>();

                  @Override
                  public synchronized Optional<Session> find(TokenHash token) {
                    super.find(token).ifPresent(session -> found.putIfAbsent(token, session));
                    return Optional.ofNullable(found.get(token));
                  }
                }),
        new Defect<>(
            "find remembers what it did not find",
            () ->
                new SessionTable() {
                  private final Map<TokenHash, Boolean> missed = new HashMap<>();

                  @Override
                  public synchronized Optional<Session> find(TokenHash token) {
                    Optional<Session> found = super.find(token);
                    if (found.isEmpty()) {
                      missed.put(token, true);
                    }
                    return missed.containsKey(token) ? Optional.empty() : found;
                  }
                }),
        new Defect<>(
            "find hides what expired",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized Optional<Session> find(TokenHash token) {
                    Instant now = Clock.systemUTC().instant();
                    return super.find(token).filter(session -> session.expiresAt().isAfter(now));
                  }
                }),
        new Defect<>(
            "tokens compared by their first half",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized Optional<Session> find(TokenHash token) {
                    return rows.values().stream()
                        .filter(row -> Arrays.equals(half(row.token()), half(token)))
                        .findFirst();
                  }

                  private byte[] half(TokenHash token) {
                    return Arrays.copyOf(token.toBytes(), 16);
                  }
                }));
  }

  private static Stream<Defect<SessionStore>> byUser() {
    return Stream.of(
        new Defect<>(
            "findByUser orders by token",
            () -> ordered(Comparator.comparing(row -> row.token().toString()))),
        new Defect<>(
            "findByUser orders by the ids' halves as signed numbers",
            () ->
                ordered(
                    Comparator.<Session>comparingLong(row -> row.id().mostSignificantBits())
                        .thenComparingLong(row -> row.id().leastSignificantBits()))),
        new Defect<>(
            "findByUser orders backwards",
            () -> ordered(Comparator.comparing(Session::id).reversed())),
        new Defect<>(
            "findByUser answers everybody's sessions",
            () ->
                new SessionTable() {
                  @Override
                  Stream<Session> of(Ulid userId) {
                    return rows.values().stream();
                  }
                }),
        new Defect<>(
            "findByUser hides what expired",
            () ->
                new SessionTable() {
                  @Override
                  Stream<Session> of(Ulid userId) {
                    Instant now = Clock.systemUTC().instant();
                    return super.of(userId).filter(session -> session.expiresAt().isAfter(now));
                  }
                }),
        new Defect<>(
            "findByUser hides partial sessions",
            () ->
                new SessionTable() {
                  @Override
                  Stream<Session> of(Ulid userId) {
                    return super.of(userId).filter(row -> row.standing() == Standing.FULL);
                  }
                }),
        new Defect<>(
            "findByUser answers no more than ten",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized List<Session> findByUser(Ulid userId) {
                    return super.findByUser(userId).stream().limit(10).toList();
                  }
                }),
        new Defect<>(
            "findByUser answers a list that changes",
            () ->
                new SessionTable() {
                  @Override
                  public synchronized List<Session> findByUser(Ulid userId) {
                    return new AbstractList<>() {
                      @Override
                      public Session get(int index) {
                        return now().get(index);
                      }

                      @Override
                      public int size() {
                        return now().size();
                      }

                      private List<Session> now() {
                        return of(userId).sorted(Comparator.comparing(Session::id)).toList();
                      }
                    };
                  }
                }),
        new Defect<>(
            "findByUser reads an index that replace forgets",
            () ->
                new SessionTable() {
                  private final Map<TokenHash, Ulid> index = new HashMap<>();

                  @Override
                  public synchronized void insert(Session session) {
                    super.insert(session);
                    index.put(session.token(), session.userId());
                  }

                  @Override
                  Stream<Session> of(Ulid userId) {
                    return rows.values().stream()
                        .filter(row -> userId.equals(index.get(row.token())));
                  }
                }));
  }

  private static SessionTable ordered(Comparator<Session> order) {
    return new SessionTable() {
      @Override
      public synchronized List<Session> findByUser(Ulid userId) {
        return of(userId).sorted(order).toList();
      }
    };
  }

  private static Stream<Defect<SessionStore>> values() {
    return Stream.of(
            ValueDefect.TIMES_IN_THE_ZONE_OF_THE_JVM,
            ValueDefect.TIMES_CUT_TO_SECONDS,
            ValueDefect.TIMES_IN_32_BITS,
            ValueDefect.NUMBERS_IN_32_BITS,
            ValueDefect.TEXTS_OF_THE_BASIC_PLANE_ALONE,
            ValueDefect.TEXTS_CUT_TO_100_UNITS,
            ValueDefect.TEXTS_CUT_TO_256_UNITS,
            ValueDefect.TEXTS_STRIPPED,
            ValueDefect.TEXTS_NORMALISED,
            ValueDefect.EMPTY_TEXTS_AS_NULL)
        .map(BrokenSessionReads::keeping);
  }

  private static Defect<SessionStore> keeping(ValueDefect defect) {
    return new Defect<>(
        defect.toString(),
        () ->
            new SessionTable() {
              @Override
              Session written(Session session) {
                return defect.written(session);
              }

              @Override
              Session answered(Session row) {
                return defect.read(row);
              }
            });
  }
}
