package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.StoreException;
import com.thogits.auth.StoreUnavailableException;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What waiting may mend is told from what it won't. */
class JdbcUnavailableTest {
  private static final Instant NOW = Instant.parse("2024-02-29T12:34:56.789Z");

  private static DataSource failing(String state) {
    return HandingOut.connections(
        H2Database.inMemory().withSchema().unpooled(),
        connection -> {
          connection.close();
          throw new SQLException("out of order", state);
        });
  }

  private static Stream<ThrowingCallable> calls(DataSource database) {
    JdbcUserStore users = new JdbcUserStore(database);
    JdbcSessionStore sessions = new JdbcSessionStore(database);
    JdbcAttemptStore attempts = new JdbcAttemptStore(database);
    TokenHash token = new TokenHash(new byte[32]);
    return Stream.of(
        () -> users.findById(new Ulid(0, 1)),
        () -> sessions.find(token),
        () -> sessions.findWithUser(token, users),
        () -> sessions.touch(token, NOW),
        () -> sessions.findByUser(new Ulid(0, 1)),
        () -> sessions.deleteExpired(NOW, NOW),
        () -> attempts.find("key"),
        () -> attempts.delete("key"),
        () -> attempts.deleteExpired(NOW));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"08001", "08006", "25006", "40001", "53100", "53300", "57014", "57P01", "90098"})
  void aDatabaseThatCannotWorkNowIsUnavailable(String state) {
    calls(failing(state))
        .forEach(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(state == null ? "unknown" : state)
                    .hasRootCauseMessage("out of order"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "22021", "23502", "23514"})
  void aValueThatTheDatabaseRefusesStaysRefused(String state) {
    calls(failing(state))
        .forEach(call -> assertThatThrownBy(call).isExactlyInstanceOf(StoreException.class));
  }

  @Test
  void aDatabaseWithoutTablesIsUnavailable() {
    calls(H2Database.inMemory().unpooled())
        .forEach(
            call -> assertThatThrownBy(call).isExactlyInstanceOf(StoreUnavailableException.class));
  }
}
