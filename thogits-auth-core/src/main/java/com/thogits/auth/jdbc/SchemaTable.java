package com.thogits.auth.jdbc;

import com.thogits.auth.StoreException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The table {@code thogits_schema}: which changes a database has, and who may change it now. The
 * row of number 0 stands for no change; whoever holds its lock may apply changes. The lock is held
 * by a transaction of its own because H2 commits at each change of a table, which would let go of
 * it.
 */
final class SchemaTable {
  private static final int LOCK = 0;
  private static final int MOST_WAITS = 60;

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS thogits_schema (
        number INTEGER NOT NULL PRIMARY KEY,
        file VARCHAR(200) NOT NULL,
        applied_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
      )
      """;
  private static final String INSERT =
      "INSERT INTO thogits_schema (number, file, applied_at) VALUES (?, ?, CURRENT_TIMESTAMP)";
  private static final String NEWEST = "SELECT MAX(number) AS newest FROM thogits_schema";
  private static final String TAKE_LOCK =
      "SELECT number FROM thogits_schema WHERE number = ? FOR UPDATE";

  private final Jdbc jdbc;

  SchemaTable(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of the newest change that the database has; 0 if it has none. */
  int newest() {
    return read().orElse(0);
  }

  private Optional<Integer> read() {
    try {
      return jdbc.attempt(statements -> statements.find(Row::integer, NEWEST));
    } catch (SQLException e) {
      if (SqlState.isMissingTable(e)) {
        return Optional.empty();
      }
      throw SqlState.toStoreException(e);
    }
  }

  void create() {
    try {
      jdbc.attempt(statements -> statements.update(CREATE));
    } catch (SQLException e) {
      // PostgreSQL refuses one of two that create a table at once, even if it may exist.
      if (read().isEmpty()) {
        throw SqlState.toStoreException(e);
      }
    }
    try {
      jdbc.attempt(statements -> statements.update(INSERT, LOCK, ""));
    } catch (SQLException e) {
      // H2 lets an insert wait for the row's lock, but only a while.
      if (!SqlState.isUniqueViolation(e) && !SqlState.isLockTimeout(e)) {
        throw SqlState.toStoreException(e);
      }
    }
  }

  void whileLocked(Runnable changes) {
    jdbc.inTransaction(
        statements -> {
          takeLock(statements);
          changes.run();
          return LOCK;
        });
  }

  /** A wait for a lock may be short by the settings; changing a large table may take longer. */
  private static void takeLock(Statements statements) throws SQLException {
    for (int waits = 1; ; waits++) {
      try {
        if (statements.find(Row::integer, TAKE_LOCK, LOCK).isEmpty()) {
          throw new StoreException("The table thogits_schema has lost its row 0.");
        }
        return;
      } catch (SQLException e) {
        if (waits == MOST_WAITS || !SqlState.isLockTimeout(e)) {
          throw e;
        }
        // PostgreSQL goes on with no transaction in which something failed.
        statements.connection().rollback();
      }
    }
  }

  void apply(SchemaChange change) {
    jdbc.inTransaction(
        statements -> {
          statements.runScript(change.sql());
          return statements.update(INSERT, change.number(), change.file());
        });
  }
}
