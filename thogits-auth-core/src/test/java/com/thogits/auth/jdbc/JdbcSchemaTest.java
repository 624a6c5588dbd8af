package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class JdbcSchemaTest {
  private static final Instant NOW = Instant.parse("2024-02-29T12:34:56.789Z");

  private final H2Database database = H2Database.inMemory();
  private final DataSource dataSource = database.unpooled();

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
        DataSource fresh = H2Database.inMemory().unpooled();
        CyclicBarrier start = new CyclicBarrier(nodes);
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
          running.add(
              executor.submit(
                  () -> {
                    start.await(1, TimeUnit.MINUTES);
                    JdbcSchema.apply(fresh);
                    return new JdbcAttemptStore(fresh).insert("key", new Attempts(1, NOW, NOW));
                  }));
        }
        List<Boolean> begun = new ArrayList<>();
        for (Future<Boolean> one : running) {
          begun.add(one.get(1, TimeUnit.MINUTES));
        }
        assertThat(begun).hasSize(nodes).containsOnlyOnce(true);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void goesOnWhereAProcessDied() throws Exception {
    JdbcSchema.apply(dataSource);
    beginsACount();
    execute("DELETE FROM thogits_schema WHERE number >= 1");
    execute("DROP TABLE thogits_session");

    JdbcSchema.apply(dataSource);

    assertThat(applied()).hasSize(5);
    assertThat(beginsACount()).isFalse();
    assertThat(new JdbcSessionStore(dataSource).deleteExpired(NOW, NOW)).isZero();
  }

  @Test
  void goesOnWhereAProcessDiedBeforeTheFirstChange() throws Exception {
    JdbcSchema.apply(dataSource);
    execute("DROP TABLE thogits_user");
    execute("DELETE FROM thogits_schema");

    JdbcSchema.apply(dataSource);

    assertThat(applied()).hasSize(5);
  }

  @Test
  void refusesANewerSchemaAndChangesNothing() throws Exception {
    JdbcSchema.apply(dataSource);
    execute("DROP TABLE thogits_attempt");
    execute("INSERT INTO thogits_schema VALUES (5, '005-later.sql', CURRENT_TIMESTAMP)");

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
    execute("CREATE USER reader PASSWORD 'reader'");
    execute("GRANT SELECT ON thogits_schema TO reader");
    JdbcDataSource asReader = new JdbcDataSource();
    asReader.setURL(database.url().replace(";DB_CLOSE_DELAY=-1", ""));
    asReader.setUser("reader");
    asReader.setPassword("reader");

    JdbcSchema.apply(asReader);

    assertThatThrownBy(() -> new JdbcUserStore(asReader).findById(new Ulid(0, 0)))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void waitsForTheOneWhoHoldsTheLock() throws Exception {
    JdbcSchema.apply(dataSource);
    execute("DELETE FROM thogits_schema WHERE number = 4");
    CountDownLatch tries = new CountDownLatch(5);
    DataSource impatient =
        HandingOut.connections(
            database.with("LOCK_TIMEOUT=50").unpooled(),
            connection -> HandingOut.watched(connection, "FOR UPDATE", tries::countDown));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Connection holder = dataSource.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT number FROM thogits_schema WHERE number = 0 FOR UPDATE");
      Future<?> waiting = executor.submit(() -> JdbcSchema.apply(impatient));
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
  void namesTheDataSourceThatIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> JdbcSchema.apply(null))
        .withMessage("dataSource");
  }

  private boolean beginsACount() {
    return new JdbcAttemptStore(dataSource).insert("key", new Attempts(1, NOW, NOW));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> applied() throws SQLException {
    List<String> applied = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
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
