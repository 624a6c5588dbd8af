package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.Attempts;
import com.thogits.auth.Session;
import com.thogits.auth.StoreException;
import com.thogits.auth.TokenHash;
import com.thogits.auth.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Times and texts come back as they were written, whatever the zones of the machines. */
@ParameterizedClass
@EnumSource(Engine.class)
class JdbcValuesTest {
  private static final Instant NOW = Instant.parse("2024-11-03T04:30:00.123Z");

  private final TestDatabase database;

  JdbcValuesTest(Engine engine) {
    this.database = engine.withSchema();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void nodesInDifferentTimeZonesShareOneTime() {
    DataSource east = database.inTimeZone("Asia/Kathmandu");
    DataSource west = database.inTimeZone("America/St_Johns");
    User user = SampleRows.user(1);
    Session session = SampleRows.session(1).seenAt(NOW);
    Attempts attempts = new Attempts(1, NOW, NOW.plusMillis(1));

    new JdbcUserStore(east).insert(user);
    new JdbcSessionStore(east).insert(session);
    new JdbcAttemptStore(east).insert("key", attempts);

    assertThat(new JdbcUserStore(west).findById(user.id())).contains(user);
    assertThat(new JdbcSessionStore(west).find(session.token())).contains(session);
    assertThat(new JdbcSessionStore(west).deleteExpired(Instant.EPOCH, NOW.minusMillis(1)))
        .isZero();
    assertThat(new JdbcSessionStore(west).deleteExpired(Instant.EPOCH, NOW)).isOne();
    assertThat(new JdbcAttemptStore(west).find("key")).contains(attempts);
    assertThat(new JdbcAttemptStore(west).replace("key", attempts, attempts)).isTrue();
    assertThat(new JdbcAttemptStore(west).deleteExpired(NOW)).isZero();
    assertThat(new JdbcAttemptStore(west).deleteExpired(NOW.plusMillis(1))).isOne();
  }

  /** Apia had no 2011-12-30, and an hour twice each autumn. */
  @Test
  void keepsEveryMillisecondOfAJvmInApia() {
    List<Instant> times =
        List.of(
            Instant.parse("2011-12-30T10:00:00.001Z"),
            Instant.parse("2012-03-31T13:30:00.999Z"),
            Instant.parse("2012-03-31T14:30:00.999Z"),
            Instant.parse("1969-12-31T23:59:59.999Z"),
            Instant.parse("9999-12-31T23:59:59.999Z"));
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
    try {
      JdbcAttemptStore store = new JdbcAttemptStore(database.unpooled());
      for (Instant time : times) {
        assertThat(store.insert(time.toString(), new Attempts(1, time, time))).isTrue();
      }
    } finally {
      TimeZone.setDefault(before);
    }

    JdbcAttemptStore store = new JdbcAttemptStore(database.inTimeZone("America/St_Johns"));
    for (Instant time : times) {
      assertThat(store.find(time.toString())).contains(new Attempts(1, time, time));
      assertThat(
              new Jdbc(database.unpooled())
                  .find(
                      Row::number,
                      "SELECT CAST(FLOOR(EXTRACT(EPOCH FROM retry_at)) AS BIGINT) AS seconds"
                          + " FROM thogits_attempt WHERE attempt_key = ?",
                      time.toString()))
          .contains(time.getEpochSecond());
    }
  }

  @Test
  void keepsTextOfEveryPlaneOfUnicode() {
    String text =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT >> 16)
            .mapToObj(plane -> Character.toString((plane << 16) + 0x21))
            .collect(Collectors.joining());
    Session session = withUserAgent(SampleRows.session(1), text);
    JdbcSessionStore store = new JdbcSessionStore(database.unpooled());

    store.insert(session);

    assertThat(store.find(session.token())).contains(session);
  }

  @Test
  void aRefusalLeavesATransactionOfTheCallerAsItIs() throws Exception {
    JdbcConnectionPool pool = database.pool();
    JdbcUserStore users = new JdbcUserStore(pool);
    JdbcAttemptStore attempts = new JdbcAttemptStore(pool);
    database.execute("CREATE TABLE own (n INTEGER)");
    users.insert(SampleRows.user(1));
    attempts.insert("key", new Attempts(1, NOW, NOW));
    try (Connection caller = pool.getConnection()) {
      caller.setAutoCommit(false);
      Statements statements = new Statements(caller);
      statements.update("INSERT INTO own (n) VALUES (?)", 1);

      assertThat(users.insert(SampleRows.user(1))).isFalse();
      assertThat(attempts.insert("key", new Attempts(2, NOW, NOW))).isFalse();
      Session refused = withUserAgent(SampleRows.session(1), "x".repeat(513));
      assertThatThrownBy(() -> new JdbcSessionStore(pool).insert(refused))
          .isInstanceOf(StoreException.class);

      statements.update("INSERT INTO own (n) VALUES (?)", 2);
      caller.commit();
    } finally {
      pool.dispose();
    }
    assertThat(numbers()).containsExactly(1, 2);
  }

  private List<Integer> numbers() {
    return new Jdbc(database.unpooled())
        .list(JdbcValuesTest::number, "SELECT n FROM own ORDER BY n");
  }

  private static int number(Row row) throws SQLException {
    return row.integer();
  }

  private static Session withUserAgent(Session session, String userAgent) {
    return new Session(
        new TokenHash(session.token().toBytes()),
        session.id(),
        session.userId(),
        session.standing(),
        session.secondFactor(),
        session.credentialEpoch(),
        session.createdAt(),
        session.provenAt(),
        session.expiresAt(),
        session.lastSeenAt(),
        session.address(),
        userAgent);
  }
}
