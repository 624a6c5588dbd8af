package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thogits.auth.Attempts;
import com.thogits.auth.Email;
import com.thogits.auth.StoreException;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Engine.class)
class JdbcFailureTest {
  private static final Instant NOW = Instant.parse("2024-02-29T12:34:56.789Z");
  private static final Attempts ONE = new Attempts(1, NOW, NOW);

  private final Engine engine;
  private final TestDatabase database;
  private final DataSource dataSource;

  JdbcFailureTest(Engine engine) {
    this.engine = engine;
    this.database = engine.withSchema();
    this.dataSource = database.unpooled();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void namesTheStateOfADatabaseWithoutTables() {
    try (TestDatabase empty = engine.empty()) {
      JdbcUserStore store = new JdbcUserStore(empty.unpooled());

      assertThatThrownBy(() -> store.findById(new Ulid(0, 1)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(engine == Engine.H2 ? "42S04" : "42P01")
          .hasCauseInstanceOf(SQLException.class);
    }
  }

  @Test
  void neverTellsAValueThatTheDatabaseRefused() {
    String secret = "secret".repeat(1000);
    JdbcUserStore store = new JdbcUserStore(dataSource);

    StoreException refused =
        catchThrowableOfType(StoreException.class, () -> store.insert(user(secret)));

    assertThat(refused).hasMessageContaining("22001");
    StringWriter everything = new StringWriter();
    refused.printStackTrace(new PrintWriter(everything));
    assertThat(everything.toString()).doesNotContain("secret");
    assertThat(store.findById(user("").id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE thogits_user SET id = 'not a ULID' WHERE version = 1",
        "UPDATE thogits_user SET recovery_codes = ARRAY['00'] WHERE version = 1",
        "UPDATE thogits_user SET recovery_codes = ARRAY['no digest'] WHERE version = 1"
      })
  void refusesARowThatNoStoreWrote(String vandalism) throws Exception {
    JdbcUserStore store = new JdbcUserStore(dataSource);
    store.insert(user("hash"));
    database.execute(vandalism);

    assertThatThrownBy(() -> store.findByEmail(user("hash").email()))
        .isInstanceOf(StoreException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "90131", "HYT00"})
  void triesAgainWhatTheDatabaseUndid(String state) {
    AtomicInteger connections = new AtomicInteger();
    JdbcUserStore store = new JdbcUserStore(failing(2, state, connections));

    assertThat(store.insert(user("hash"))).isTrue();
    assertThat(connections).hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "HYT00"})
  void givesUpAtLast(String state) {
    JdbcUserStore store = new JdbcUserStore(failing(1000, state, new AtomicInteger()));

    assertThatThrownBy(() -> store.insert(user("hash")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40003", "57P01", "53300"})
  void triesOnceWhatMayHaveBeenWritten(String state) {
    AtomicInteger connections = new AtomicInteger();
    JdbcUserStore store = new JdbcUserStore(failing(1, state, connections));

    assertThatThrownBy(() -> store.insert(user("hash"))).isInstanceOf(StoreException.class);
    assertThat(connections).hasValue(1);
  }

  @Test
  void survivesAFailureWithoutAState() {
    JdbcUserStore store = new JdbcUserStore(failing(1, null, new AtomicInteger()));

    assertThatThrownBy(() -> store.insert(user("hash"))).isInstanceOf(StoreException.class);
  }

  @Test
  void leavesNothingOpenOnAConnectionThatIsUsedAgain() throws Exception {
    try (Connection only = dataSource.getConnection()) {
      DataSource one = HandingOut.connections(dataSource, opened -> kept(opened, only));
      JdbcUserStore store = new JdbcUserStore(HandingOut.withoutAutoCommit(one));
      store.insert(user("hash"));
      assertThat(store.insert(user("hash"))).isFalse();
      only.rollback();

      only.setAutoCommit(true);
      assertThat(new JdbcAttemptStore(one).insert("key", ONE)).isTrue();
      assertThat(new JdbcAttemptStore(one).insert("key", ONE)).isFalse();

      assertThat(only.getAutoCommit()).isTrue();
      assertThat(new JdbcUserStore(dataSource).findById(user("hash").id())).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void undoesAllOfATransactionThatFails(boolean autoCommit) throws Exception {
    JdbcAttemptStore store = new JdbcAttemptStore(dataSource);
    store.insert("key", ONE);
    try (Connection only = dataSource.getConnection()) {
      only.setAutoCommit(autoCommit);
      DataSource one = HandingOut.connections(dataSource, opened -> kept(opened, only));

      assertThatThrownBy(
              () ->
                  new Jdbc(one)
                      .inTransaction(
                          statements -> {
                            statements.update("DELETE FROM thogits_attempt");
                            return statements.update("DELETE FROM thogits_nothing");
                          }))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(engine == Engine.H2 ? "42S02" : "42P01");
      assertThat(only.getAutoCommit()).isEqualTo(autoCommit);
      only.setAutoCommit(true);
    }
    assertThat(store.find("key")).contains(ONE);
  }

  private static Connection kept(Connection opened, Connection only) throws SQLException {
    opened.close();
    return HandingOut.kept(only);
  }

  @Test
  void namesTheDataSourceThatIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> new JdbcUserStore(null))
        .withMessage("dataSource");
  }

  private DataSource failing(int times, String state, AtomicInteger connections) {
    return HandingOut.connections(
        dataSource,
        connection -> {
          if (connections.getAndIncrement() < times) {
            connection.close();
            throw new SQLException("out of order", state);
          }
          return connection;
        });
  }

  private static User user(String passwordHash) {
    Email email = Email.parse("ann@example.org").orElseThrow();
    return new User(
        new Ulid(1, 1), email, passwordHash, false, null, NOW, List.of(), TotpEnrolment.NONE, 1, 1);
  }
}
