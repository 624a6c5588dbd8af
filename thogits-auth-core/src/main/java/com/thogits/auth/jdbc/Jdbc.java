package com.thogits.auth.jdbc;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs each unit of work on a connection of its own and has it committed before it answers, whether
 * or not the data source hands out connections that commit by themselves.
 */
final class Jdbc {
  private final DataSource dataSource;

  Jdbc(DataSource dataSource) {
    this.dataSource = requireNonNull(dataSource, "dataSource");
  }

  /** Whether one statement reaches what is kept by both. */
  boolean isOnDatabaseOf(Jdbc other) {
    return dataSource == other.dataSource;
  }

  /** What is to be done on one connection. It may be done again after it was rolled back. */
  @FunctionalInterface
  interface Work<T> {
    T run(Statements statements) throws SQLException;
  }

  int update(String sql, @Nullable Object... values) {
    return run(statements -> statements.update(sql, values));
  }

  /** Answers false if a unique index refused the row. */
  boolean insert(String sql, @Nullable Object... values) {
    try {
      return attempt(statements -> statements.update(sql, values)) == 1;
    } catch (SQLException e) {
      if (SqlState.isUniqueViolation(e)) {
        return false;
      }
      throw SqlState.toStoreException(e);
    }
  }

  /** All rows or none. */
  void insertAll(String sql, List<@Nullable Object[]> rows) {
    inTransaction(
        statements -> {
          statements.insertAll(sql, rows);
          return rows;
        });
  }

  <T> Optional<T> find(Statements.Reading<T> reading, String sql, @Nullable Object... values) {
    return run(statements -> statements.find(reading, sql, values));
  }

  <T> List<T> list(Statements.Reading<T> reading, String sql, @Nullable Object... values) {
    return run(statements -> statements.list(reading, sql, values));
  }

  /** Several statements as one transaction. */
  <T> T inTransaction(Work<T> work) {
    return run(statements -> inTransaction(statements.connection(), work));
  }

  private <T> T run(Work<T> work) {
    try {
      return attempt(work);
    } catch (SQLException e) {
      throw SqlState.toStoreException(e);
    } catch (IllegalArgumentException e) {
      throw new StoreException("The database holds a value that no store wrote.", e);
    }
  }

  /** For a caller to whom some failures are answers. */
  <T> T attempt(Work<T> work) throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        return runOnce(work);
      } catch (SQLException e) {
        if (tries >= SqlState.mostTries(e)) {
          throw e;
        }
      }
    }
  }

  private <T> T runOnce(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getAutoCommit()
          ? work.run(new Statements(connection))
          : committed(connection, work);
    }
  }

  private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
    if (!connection.getAutoCommit()) {
      return work.run(new Statements(connection));
    }
    connection.setAutoCommit(false);
    try {
      return committed(connection, work);
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    try {
      T result = work.run(new Statements(connection));
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
