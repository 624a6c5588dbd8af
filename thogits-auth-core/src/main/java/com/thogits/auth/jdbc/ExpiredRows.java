package com.thogits.auth.jdbc;

import java.sql.SQLException;
import java.time.Instant;

/**
 * The rows of a table whose time has come. They are deleted oldest first and a bounded number at a
 * time, each time as a transaction of its own, so that nobody waits long for their locks. Rows that
 * another transaction holds are left to it: several nodes at it share the work.
 */
final class ExpiredRows {
  /** The most rows of one transaction. */
  static final int BATCH = 1000;

  private static final String LOCKED = "FETCH FIRST " + BATCH + " ROWS ONLY FOR UPDATE SKIP LOCKED";

  /** An array is made once; PostgreSQL may run a subquery of IN more than once. */
  private final String deleteOldest;

  private final String lockOldestInH2;
  private final String deleteOne;

  /**
   * The rows of one table.
   *
   * @param key the primary key, of one column
   * @param time a column with an index
   */
  ExpiredRows(String table, String key, String time) {
    String expired = "SELECT " + key + " FROM " + table + " WHERE " + time + " <= ? ";
    String delete = "DELETE FROM " + table + " WHERE " + key + " = ";
    this.deleteOldest =
        delete + "ANY (ARRAY (" + expired + "ORDER BY " + time + " " + LOCKED + "))";
    this.lockOldestInH2 = expired + LOCKED;
    this.deleteOne = delete + "?";
  }

  /** Deletes what expires at {@code until} or before; answers how many rows that were. */
  int delete(Jdbc jdbc, Instant until) {
    int deleted = 0;
    int batch;
    do {
      batch = jdbc.inTransaction(statements -> deleteBatch(statements, until));
      deleted += batch;
    } while (batch == BATCH);
    return deleted;
  }

  private int deleteBatch(Statements statements, Instant until) throws SQLException {
    String product = statements.connection().getMetaData().getDatabaseProductName();
    return "H2".equals(product)
        ? deleteBatchInH2(statements, until)
        : statements.update(deleteOldest, until);
  }

  /**
   * H2 runs a subquery that locks once for each row, and one that sorts and locks takes all rows
   * first; not told to sort, it reads the index in its order.
   */
  private int deleteBatchInH2(Statements statements, Instant until) throws SQLException {
    int deleted = 0;
    for (Object locked : statements.list(Row::value, lockOldestInH2, until)) {
      deleted += statements.update(deleteOne, locked);
    }
    return deleted;
  }
}
