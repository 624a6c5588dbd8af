package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.jdbc.Recording.Recorded;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ExpiredRowsTest {
  private static final int ROWS = 2500;
  private static final Instant NEVER = Instant.EPOCH;

  private final Engine engine;
  private final TestDatabase database;
  private final JdbcConnectionPool pool;
  private final JdbcSessionStore sessions;
  private final JdbcAttemptStore attempts;

  ExpiredRowsTest(Engine engine) {
    this.engine = engine;
    this.database = engine.withSchema();
    this.pool = database.pool();
    this.sessions = new JdbcSessionStore(pool);
    this.attempts = new JdbcAttemptStore(pool);
  }

  @AfterEach
  void drop() {
    pool.dispose();
    database.close();
  }

  @Test
  void deletesMoreThanABatchAndNothingElse() {
    SampleRows.fillAttempts(engine, database, ROWS + 1);

    assertThat(attempts.deleteExpired(SampleRows.time(ROWS))).isEqualTo(ROWS);

    assertThat(attempts.find(SampleRows.key(ROWS))).isEmpty();
    assertThat(attempts.find(SampleRows.key(ROWS + 1))).isPresent();
    assertThat(attempts.deleteExpired(SampleRows.time(ROWS))).isZero();
  }

  @Test
  void deletesAWholeNumberOfBatches() {
    SampleRows.fillAttempts(engine, database, 2 * ExpiredRows.BATCH);

    assertThat(attempts.deleteExpired(SampleRows.time(ROWS))).isEqualTo(2 * ExpiredRows.BATCH);
  }

  @Test
  void countsASessionThatExpiredAndWasIdleOnce() {
    SampleRows.fillSessions(engine, database, ROWS);
    Instant expired = SampleRows.time(1200).plus(Duration.ofDays(30));

    assertThat(sessions.deleteExpired(expired, SampleRows.time(2400))).isEqualTo(2400);

    assertThat(sessions.find(SampleRows.token(2400))).isEmpty();
    assertThat(sessions.find(SampleRows.token(2401))).isPresent();
  }

  @Test
  void takesTheOldestFirstAndNeverMoreThanABatchInOneTransaction() throws Exception {
    SampleRows.fillAttempts(engine, database, ROWS);
    List<List<Integer>> left = new ArrayList<>();
    Recording recording =
        new Recording(
            HandingOut.connections(
                pool,
                connection -> {
                  left.add(oldest());
                  return connection;
                }));

    new JdbcAttemptStore(recording.dataSource()).deleteExpired(SampleRows.time(ROWS));

    assertThat(left).containsExactly(List.of(1), List.of(1001), List.of(2001));
    List<Recorded> statements = recording.take();
    assertThat(statements).extracting(Recorded::connection).containsOnly(1, 2, 3);
    for (int connection = 1; connection <= 3; connection++) {
      int number = connection;
      assertThat(
              statements.stream()
                  .filter(recorded -> recorded.connection() == number)
                  .mapToInt(Recorded::rows)
                  .sum())
          .isEqualTo(connection < 3 ? ExpiredRows.BATCH : ROWS % ExpiredRows.BATCH);
    }
  }

  /** The second of the oldest count, from another connection. */
  private List<Integer> oldest() {
    return new Jdbc(database.unpooled())
        .list(
            row -> (int) Duration.between(SampleRows.START, row.instant()).toSeconds(),
            "SELECT MIN(forget_at) AS oldest FROM thogits_attempt");
  }

  @Test
  void waitsForNoOneWhoHoldsARow() throws Exception {
    SampleRows.fillSessions(engine, database, ROWS);
    SampleRows.fillAttempts(engine, database, ROWS);
    Instant end = SampleRows.time(ROWS);
    try (Connection other = pool.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeUpdate("UPDATE thogits_attempt SET attempts = 2 WHERE attempt_key = 'key1'");
      statement.executeUpdate(
          "UPDATE thogits_session SET standing = 'FULL' WHERE id = '%s'"
              .formatted(SampleRows.ulid(1)));

      assertThat(attempts.deleteExpired(end)).isEqualTo(ROWS - 1);
      assertThat(sessions.deleteExpired(NEVER, end)).isEqualTo(ROWS - 1);
      other.rollback();
      other.setAutoCommit(true);
    }

    assertThat(attempts.deleteExpired(end)).isOne();
    assertThat(sessions.deleteExpired(NEVER, end)).isOne();
  }

  @Test
  void countsEachRowForOneOfManyNodes() throws Exception {
    SampleRows.fillAttempts(engine, database, ROWS);

    List<Integer> deleted = atOnce(4, () -> attempts.deleteExpired(SampleRows.time(ROWS)));

    assertThat(deleted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROWS);
    assertThat(attempts.deleteExpired(SampleRows.time(ROWS))).isZero();
  }

  @Test
  void leavesALoginAlone() throws Exception {
    SampleRows.fillSessions(engine, database, ROWS);
    AtomicReference<Integer> next = new AtomicReference<>(ROWS);

    List<Integer> results =
        atOnce(
            3,
            () -> {
              int number = next.getAndUpdate(last -> last + 1);
              if (number == ROWS) {
                return sessions.deleteExpired(NEVER, SampleRows.time(ROWS));
              }
              for (int i = 0; i < 50; i++) {
                int mine = number * 100 + i;
                sessions.insert(SampleRows.session(mine));
                sessions.touch(SampleRows.token(mine), SampleRows.time(mine + 1));
                assertThat(sessions.find(SampleRows.token(mine))).isPresent();
              }
              return 0;
            });

    assertThat(results.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROWS);
    assertThat(sessions.deleteAll()).isEqualTo(100);
  }

  private static List<Integer> atOnce(int threads, Callable<Integer> call) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            executor.submit(
                () -> {
                  start.await(1, TimeUnit.MINUTES);
                  return call.call();
                }));
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> one : running) {
        answers.add(one.get(1, TimeUnit.MINUTES));
      }
      return answers;
    } finally {
      executor.shutdownNow();
    }
  }
}
