package com.thogits.auth.jdbc;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of one table on one side of a copy, a page at a time. */
record TableRows(CopiedTable table, Side side) {
  /** Bounds the memory, a transaction's size and the parameters of one statement. */
  static final int PAGE = 1000;

  /** A database that is read or written, each piece of work by itself. */
  @FunctionalInterface
  interface Side {
    <T> T run(Jdbc.Work<T> work);
  }

  long count() {
    return side.run(statements -> statements.find(Row::number, table.count()).orElseThrow());
  }

  /** Gives all rows, in the order of their keys. */
  void forEachPage(Consumer<List<CopiedRow>> consumer) {
    List<CopiedRow> page =
        side.run(statements -> statements.list(this::read, table.selectFirst(), PAGE));
    while (!page.isEmpty()) {
      consumer.accept(page);
      Object last = page.get(page.size() - 1).key();
      page = side.run(statements -> statements.list(this::read, table.selectAfter(), last, PAGE));
    }
  }

  /** The digests of those rows here that have a key of these. */
  Set<String> digestsOf(List<CopiedRow> others) {
    Object[] keys = others.stream().map(CopiedRow::key).toArray();
    return side.run(
        statements ->
            new HashSet<>(
                statements.list(row -> read(row).digest(), table.selectByKeys(keys.length), keys)));
  }

  /** All of them or none. */
  void insert(List<CopiedRow> rows) {
    side.run(
        statements -> {
          statements.insertAll(
              table.insert(), rows.stream().<@Nullable Object[]>map(CopiedRow::values).toList());
          return rows;
        });
  }

  private CopiedRow read(Row row) throws SQLException {
    return CopiedRow.read(table.columns(), row);
  }
}
