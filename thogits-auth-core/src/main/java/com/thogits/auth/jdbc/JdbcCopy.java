package com.thogits.auth.jdbc;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.StoreException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Copies everything that the stores keep from one database to another: accounts, sessions, counts
 * of attempts, and what the keys are known by. The keys themselves are in no database: take the key
 * ring along.
 */
public final class JdbcCopy {
  private JdbcCopy() {}

  /** {@link #copy(DataSource, DataSource, CopyProgress)} without word of its progress. */
  public static CopyReport copy(DataSource from, DataSource to) {
    return copy(from, to, (step, table, rows, of) -> {});
  }

  /**
   * Copies, then reads both sides apart from each other and compares them by counts and digests.
   *
   * <p>The source is only read, as it was at one moment; what is written to it meanwhile is missing
   * in the copy, so end whatever serves it first. The target may lack the tables, which are then
   * made, be empty, or hold what an earlier run of the same copy left: this run adds what is
   * missing. Each batch of rows is a transaction of its own. Memory is bounded whatever the size.
   *
   * <p>Takes one connection of the source while it runs, and up to two of the target at once.
   *
   * @return what was found equal on both sides
   * @throws IllegalStateException if the target holds a row that the source does not, or another
   *     one under the same key, with no row written; or if the source does not have the tables of
   *     this version of the library, with nothing written at all
   * @throws StoreException if a database can't do its work or refuses a value, or if somebody else
   *     wrote to the target meanwhile; the copy can be run again
   */
  public static CopyReport copy(DataSource from, DataSource to, CopyProgress progress) {
    requireNonNull(to, "to");
    requireNonNull(progress, "progress");
    JdbcSchema.requireApplied(from);
    JdbcSchema.apply(to);
    try (Snapshot source = Snapshot.of(from)) {
      TableRows.Side target = new Jdbc(to)::inTransaction;
      List<TableCopy> copies =
          CopiedTable.ALL.stream()
              .map(table -> TableCopy.of(table, source::read, target, progress))
              .toList();
      copies.forEach(TableCopy::check);
      return new CopyReport(copies.stream().map(TableCopy::run).toList());
    }
  }
}
