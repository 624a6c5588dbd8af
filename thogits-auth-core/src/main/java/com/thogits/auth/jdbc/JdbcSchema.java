package com.thogits.auth.jdbc;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.StoreException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes the tables of the stores, and brings older ones up to date. Each numbered change is applied
 * once and noted in the table {@code thogits_schema}.
 */
public final class JdbcSchema {
  static final List<SchemaChange> CHANGES =
      List.of(
          new SchemaChange(1, "001-users.sql"),
          new SchemaChange(2, "002-sessions.sql"),
          new SchemaChange(3, "003-attempts.sql"),
          new SchemaChange(4, "004-keys.sql"));

  private JdbcSchema() {}

  /**
   * Applies every change that the database lacks, in order. Safe to call at each start, also by
   * several processes at once: one works while the others wait for it. If a process dies at it, the
   * next call goes on from there. A database that is up to date is only read, so that its user
   * needs no right to create tables.
   *
   * <p>Takes two connections at once, so a pool must have at least two.
   *
   * @throws StoreException if the database's schema is newer than this library, with nothing
   *     changed; or if a change fails
   */
  public static void apply(DataSource dataSource) {
    requireNonNull(dataSource, "dataSource");
    SchemaTable table = new SchemaTable(new Jdbc(dataSource));
    if (missing(table).isEmpty()) {
      return;
    }
    table.create();
    table.whileLocked(() -> missing(table).forEach(table::apply));
  }

  /** Only reads; an {@link IllegalStateException} tells that a change was never applied. */
  static void requireApplied(DataSource dataSource) {
    requireNonNull(dataSource, "from");
    int missing = missing(new SchemaTable(new Jdbc(dataSource))).size();
    if (missing == CHANGES.size()) {
      throw new IllegalStateException("The source holds no accounts: it has no tables for them.");
    }
    if (missing > 0) {
      throw new IllegalStateException(
          "The source has the tables of an older version; apply the schema of this one first.");
    }
  }

  private static List<SchemaChange> missing(SchemaTable table) {
    int newest = table.newest();
    if (newest > CHANGES.size()) {
      throw new StoreException(
          "The database's schema is number "
              + newest
              + ", but this version of the library knows only the first "
              + CHANGES.size()
              + "; use a newer version.");
    }
    return CHANGES.subList(newest, CHANGES.size());
  }
}
