package com.thogits.auth.jdbc;

/** Hears how far a copy is. */
@FunctionalInterface
public interface CopyProgress {

  /** What is being done. */
  enum Step {
    /** Whether the target holds nothing but rows of the source; only if it holds any. */
    CHECKING,
    /** Rows are written to the target. */
    COPYING,
    /** Both sides are read again, apart from each other. */
    COMPARING
  }

  /**
   * Called after each batch, on the thread that copies. What it throws ends the copy, which can
   * then be run again.
   *
   * @param rows how many rows of the table are done
   * @param of how many there are
   */
  void at(Step step, String table, long rows, long of);
}
