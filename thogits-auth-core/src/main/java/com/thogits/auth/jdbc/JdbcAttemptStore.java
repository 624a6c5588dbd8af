package com.thogits.auth.jdbc;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.Attempts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps counts of attempts in the table {@code thogits_attempt} of H2 or PostgreSQL. Each call but
 * {@link #deleteExpired} is one statement on a connection of its own, committed when it returns; it
 * never joins a transaction of the caller. {@link JdbcSchema#apply} makes the table.
 */
public final class JdbcAttemptStore implements AttemptStore {
  private static final String SELECT =
      "SELECT attempts, retry_at, forget_at FROM thogits_attempt WHERE attempt_key = ?";
  private static final String INSERT =
      "INSERT INTO thogits_attempt (attempt_key, attempts, retry_at, forget_at) VALUES (?, ?, ?,"
          + " ?)";
  private static final String REPLACE =
      """
      UPDATE thogits_attempt
      SET attempts = ?, retry_at = ?, forget_at = ?
      WHERE attempt_key = ? AND attempts = ? AND retry_at = ? AND forget_at = ?
      """;
  private static final String DELETE = "DELETE FROM thogits_attempt WHERE attempt_key = ?";
  private static final ExpiredRows FORGOTTEN =
      new ExpiredRows("thogits_attempt", "attempt_key", "forget_at");

  private final Jdbc jdbc;

  /** A store on the database of {@code dataSource}. */
  public JdbcAttemptStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public Optional<Attempts> find(String key) {
    return jdbc.find(JdbcAttemptStore::read, SELECT, key);
  }

  @Override
  public boolean insert(String key, Attempts first) {
    return jdbc.insert(INSERT, key, first.count(), first.retryAt(), first.forgetAt());
  }

  @Override
  public boolean replace(String key, Attempts seen, Attempts next) {
    return jdbc.update(
            REPLACE,
            next.count(),
            next.retryAt(),
            next.forgetAt(),
            key,
            seen.count(),
            seen.retryAt(),
            seen.forgetAt())
        == 1;
  }

  @Override
  public void delete(String key) {
    jdbc.update(DELETE, key);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Deletes the oldest first, at most 1,000 in one transaction, so that no lock is held for long
   * however many there are. It waits for nobody: a count that somebody else is writing or deleting
   * at that moment is left to them and to the next call. If it fails, what was deleted until then
   * stays deleted.
   */
  @Override
  public int deleteExpired(Instant now) {
    return FORGOTTEN.delete(jdbc, now);
  }

  private static Attempts read(Row row) throws SQLException {
    return new Attempts(row.integer(), row.instant(), row.instant());
  }
}
