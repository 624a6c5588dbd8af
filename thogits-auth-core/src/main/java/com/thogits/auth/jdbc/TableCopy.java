package com.thogits.auth.jdbc;

import com.thogits.auth.StoreException;
import com.thogits.auth.jdbc.CopyProgress.Step;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The copy of one table. */
record TableCopy(CopiedTable table, TableRows source, TableRows target, CopyProgress progress) {

  static TableCopy of(
      CopiedTable table, TableRows.Side source, TableRows.Side target, CopyProgress progress) {
    return new TableCopy(
        table, new TableRows(table, source), new TableRows(table, target), progress);
  }

  /**
   * Only reads.
   *
   * @throws IllegalStateException if the target holds what the source does not
   */
  void check() {
    Count count = new Count(Step.CHECKING, target.count());
    target.forEachPage(
        page -> {
          if (!source.digestsOf(page).containsAll(page.stream().map(CopiedRow::digest).toList())) {
            throw new IllegalStateException(
                "The target's table "
                    + table.name()
                    + " holds what the source does not. A copy needs an empty target, or one that"
                    + " nothing but an earlier run of the same copy has written to.");
          }
          count.add(page.size());
        });
  }

  /** Adds what is missing, and compares. */
  CopyReport.Table run() {
    long written = addMissing();
    TableDigest original = digest(source);
    TableDigest copied = digest(target);
    // Counted by the database too, in case a page was left out on both sides.
    if (original.rows() != source.count()
        || copied.rows() != target.count()
        || original.rows() != copied.rows()
        || !original.value().equals(copied.value())) {
      throw new StoreException(
          "The copy of the table "
              + table.name()
              + " is not equal to its source: does somebody else write to the target?");
    }
    return new CopyReport.Table(table.name(), copied.rows(), written, copied.value());
  }

  private long addMissing() {
    boolean empty = target.count() == 0;
    Count count = new Count(Step.COPYING, source.count());
    AtomicLong written = new AtomicLong();
    source.forEachPage(
        page -> {
          List<CopiedRow> missing = empty ? page : missing(page);
          if (!missing.isEmpty()) {
            target.insert(missing);
          }
          written.addAndGet(missing.size());
          count.add(page.size());
        });
    return written.get();
  }

  private List<CopiedRow> missing(List<CopiedRow> page) {
    Set<String> held = target.digestsOf(page);
    return page.stream().filter(row -> !held.contains(row.digest())).toList();
  }

  private TableDigest digest(TableRows side) {
    Count count = new Count(Step.COMPARING, side.count());
    TableDigest digest = new TableDigest();
    side.forEachPage(
        page -> {
          page.forEach(digest::add);
          count.add(page.size());
        });
    return digest;
  }

  /** Tells how far one step is. */
  private final class Count {
    private final Step step;
    private final long of;
    private long done;

    private Count(Step step, long of) {
      this.step = step;
      this.of = of;
    }

    private void add(int rows) {
      done += rows;
      progress.at(step, table.name(), done, of);
    }
  }
}
