package com.thogits.auth.jdbc;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Counts attempts in the table {@code thogits_attempt} of H2 or PostgreSQL. Each call takes a
 * connection of its own and is committed when it returns; it never joins a transaction of the
 * caller. {@link JdbcSchema#apply} makes the table.
 */
public final class JdbcAttemptStore implements AttemptStore {
  /** Each round fails only if another process began or removed the count in between. */
  private static final int MOST_ROUNDS = 100;

  private static final String COUNT_ONE_MORE =
      """
      UPDATE thogits_attempt
      SET attempts = CASE WHEN expires_at <= ? THEN 1 ELSE attempts + 1 END,
        expires_at = CASE WHEN expires_at <= ? THEN ? ELSE expires_at END
      WHERE attempt_key = ?
      """;
  private static final String SELECT = "SELECT attempts FROM thogits_attempt WHERE attempt_key = ?";
  private static final String BEGIN =
      "INSERT INTO thogits_attempt (attempt_key, attempts, expires_at) VALUES (?, 1, ?)";
  private static final String RESET = "DELETE FROM thogits_attempt WHERE attempt_key = ?";
  private static final String DELETE_EXPIRED = "DELETE FROM thogits_attempt WHERE expires_at <= ?";

  private final Jdbc jdbc;

  /** A store on the database of {@code dataSource}. */
  public JdbcAttemptStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public int increment(String key, Duration window, Instant now) {
    Instant end = now.plus(window);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Optional<Integer> count = jdbc.inTransaction(work -> countOneMore(work, key, end, now));
      if (count.isPresent()) {
        return count.get();
      }
      if (jdbc.insert(BEGIN, key, end)) {
        return 1;
      }
    }
    throw new StoreException("The database neither begins nor continues a count of attempts.");
  }

  /** The update locks the row until the commit, so the number read is this call's own. */
  private static Optional<Integer> countOneMore(
      Statements statements, String key, Instant end, Instant now) throws SQLException {
    return statements.update(COUNT_ONE_MORE, now, now, end, key) == 0
        ? Optional.empty()
        : statements.find(row -> row.integer("attempts"), SELECT, key);
  }

  @Override
  public void reset(String key) {
    jdbc.update(RESET, key);
  }

  @Override
  public int deleteExpired(Instant now) {
    return jdbc.update(DELETE_EXPIRED, now);
  }
}
