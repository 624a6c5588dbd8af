package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.thogits.auth.Attempts;
import com.thogits.auth.StoreException;
import com.thogits.auth.Ulid;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Engine.class)
class JdbcSchemaTest {
  private static final Instant NOW = Instant.parse("2024-02-29T12:34:56.789Z");

  private final Engine engine;
  private final TestDatabase database;
  private final DataSource dataSource;

  JdbcSchemaTest(Engine engine) {
    this.engine = engine;
    this.database = engine.empty();
    this.dataSource = database.unpooled();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void notesEachChangeInOrder() throws Exception {
    JdbcSchema.apply(dataSource);

    assertThat(applied())
        .containsExactly(
            "0 ", "1 001-users.sql", "2 002-sessions.sql", "3 003-attempts.sql", "4 004-keys.sql");
  }

  @Test
  void changesNothingTheSecondTime() throws Exception {
    JdbcSchema.apply(dataSource);
    List<String> before = applied();
    beginsACount();

    JdbcSchema.apply(dataSource);

    assertThat(applied()).isEqualTo(before);
    assertThat(beginsACount()).isFalse();
  }

  @Test
  void canBeAppliedByManyAtOnce() throws Exception {
    int nodes = 8;
    ExecutorService executor = Executors.newFixedThreadPool(nodes);
    try {
      for (int round = 0; round < 10; round++) {
        try (TestDatabase fresh = engine.empty()) {
          CyclicBarrier start = new CyclicBarrier(nodes);
          List<Future<Boolean>> running = new ArrayList<>();
          for (int i = 0; i < nodes; i++) {
            running.add(
                executor.submit(
                    () -> {
                      start.await(1, TimeUnit.MINUTES);
                      return appliesAndBeginsACount(fresh);
                    }));
          }
          List<Boolean> begun = new ArrayList<>();
          for (Future<Boolean> one : running) {
            begun.add(one.get(1, TimeUnit.MINUTES));
          }
          assertThat(begun).hasSize(nodes).containsOnlyOnce(true);
          assertThat(applied(fresh.unpooled())).hasSize(5);
        }
      }
    } finally {
      executor.shutdownNow();
    }
  }

  /** As a node of its own, with a pool as small as it may be. */
  private static boolean appliesAndBeginsACount(TestDatabase fresh) {
    JdbcConnectionPool pool = fresh.pool();
    pool.setMaxConnections(2);
    try {
      JdbcSchema.apply(pool);
      return new JdbcAttemptStore(pool).insert("key", new Attempts(1, NOW, NOW));
    } finally {
      pool.dispose();
    }
  }

  @Test
  void goesOnWhereAProcessDied() throws Exception {
    JdbcSchema.apply(dataSource);
    beginsACount();
    database.execute("DELETE FROM thogits_schema WHERE number >= 1");
    database.execute("DROP TABLE thogits_session");

    JdbcSchema.apply(dataSource);

    assertThat(applied()).hasSize(5);
    assertThat(beginsACount()).isFalse();
    assertThat(new JdbcSessionStore(dataSource).deleteExpired(NOW, NOW)).isZero();
  }

  @Test
  void goesOnWhereAProcessDiedBeforeTheFirstChange() throws Exception {
    JdbcSchema.apply(dataSource);
    database.execute("DROP TABLE thogits_user");
    database.execute("DELETE FROM thogits_schema");

    JdbcSchema.apply(dataSource);

    assertThat(applied()).hasSize(5);
  }

  @Test
  void refusesANewerSchemaAndChangesNothing() throws Exception {
    JdbcSchema.apply(dataSource);
    database.execute("DROP TABLE thogits_attempt");
    database.execute("INSERT INTO thogits_schema VALUES (5, '005-later.sql', CURRENT_TIMESTAMP)");

    assertThatThrownBy(() -> JdbcSchema.apply(dataSource))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("schema is number 5")
        .hasMessageContaining("only the first 4");

    assertThat(applied()).hasSize(6);
    assertThatThrownBy(this::beginsACount).isInstanceOf(StoreException.class);
  }

  @Test
  void onlyReadsADatabaseThatIsUpToDate() throws Exception {
    JdbcSchema.apply(dataSource);
    DataSource asReader = database.asReaderOf("thogits_schema");

    JdbcSchema.apply(asReader);

    assertThatThrownBy(() -> new JdbcUserStore(asReader).findById(new Ulid(0, 0)))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void waitsForTheOneWhoHoldsTheLock() throws Exception {
    JdbcSchema.apply(dataSource);
    database.execute("DELETE FROM thogits_schema WHERE number = 4");
    CountDownLatch tries = new CountDownLatch(5);
    DataSource waiter =
        HandingOut.connections(
            impatient(),
            connection -> HandingOut.watched(connection, "FOR UPDATE", tries::countDown));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Connection holder = dataSource.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT number FROM thogits_schema WHERE number = 0 FOR UPDATE");
      Future<?> waiting = executor.submit(() -> JdbcSchema.apply(waiter));
      assertThat(tries.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(applied()).hasSize(4);
      holder.commit();
      waiting.get(1, TimeUnit.MINUTES);
    } finally {
      executor.shutdownNow();
    }
    assertThat(applied()).hasSize(5);
  }

  @Test
  void goesOnWhenTheHolderOfTheLockIsKilled() throws Exception {
    assumeThat(engine).isEqualTo(Engine.POSTGRESQL);
    JdbcSchema.apply(dataSource);
    database.execute("DELETE FROM thogits_schema WHERE number = 4");
    CountDownLatch tries = new CountDownLatch(1);
    DataSource waiter =
        HandingOut.connections(
            dataSource,
            connection -> HandingOut.watched(connection, "FOR UPDATE", tries::countDown));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Connection holder = dataSource.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute(
          "SET application_name = 'holder';"
              + " SELECT number FROM thogits_schema WHERE number = 0 FOR UPDATE");
      Future<?> waiting = executor.submit(() -> JdbcSchema.apply(waiter));
      assertThat(tries.await(1, TimeUnit.MINUTES)).isTrue();
      database.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'holder' AND datname = current_database()");
      waiting.get(1, TimeUnit.MINUTES);
    } finally {
      executor.shutdownNow();
    }
    assertThat(applied()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void bringsEachEarlierSchemaUpToDateWithItsRows(int number) throws Exception {
    SchemaTable table = new SchemaTable(new Jdbc(dataSource));
    table.create();
    JdbcSchema.CHANGES.subList(0, number).forEach(table::apply);
    List<String> tables =
        List.of("thogits_user", "thogits_session", "thogits_attempt").subList(0, number);
    for (String one : tables) {
      SampleRows.fill(one, engine, database, 20);
    }
    List<String> before = rows(tables);

    JdbcSchema.apply(dataSource);

    assertThat(applied()).hasSize(1 + JdbcSchema.CHANGES.size());
    assertThat(before).hasSize(20 * number);
    assertThat(rows(tables)).isEqualTo(before);
    assertThat(new JdbcUserStore(dataSource).findByEmail(SampleRows.user(7).email()))
        .hasValueSatisfying(
            user -> assertThat(user.createdAt()).isEqualTo(SampleRows.user(7).createdAt()));
  }

  private List<String> rows(List<String> tables) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        try (ResultSet result = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
          while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
              row.add(result.getMetaData().getColumnLabel(i) + "=" + result.getString(i));
            }
            rows.add(row.toString());
          }
        }
      }
    }
    return rows;
  }

  @Test
  void namesTheDataSourceThatIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> JdbcSchema.apply(null))
        .withMessage("dataSource");
  }

  /** Opens connections that wait for a lock only a moment. */
  private DataSource impatient() {
    return switch (engine) {
      case H2 -> ((H2Database) database).with("LOCK_TIMEOUT=50").unpooled();
      case POSTGRESQL -> ((PostgresDatabase) database).with("lock_timeout", "50").unpooled();
    };
  }

  private boolean beginsACount() {
    return new JdbcAttemptStore(dataSource).insert("key", new Attempts(1, NOW, NOW));
  }

  private List<String> applied() throws SQLException {
    return applied(dataSource);
  }

  private static List<String> applied(DataSource source) throws SQLException {
    List<String> applied = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT number, file FROM thogits_schema ORDER BY number")) {
      while (rows.next()) {
        applied.add(rows.getInt(1) + " " + rows.getString(2));
      }
    }
    return applied;
  }
}
