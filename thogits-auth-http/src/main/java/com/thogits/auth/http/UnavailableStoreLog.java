package com.thogits.auth.http;

import com.thogits.auth.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.StringJoiner;
import java.util.function.LongSupplier;

/**
 * Says that a store is unavailable, and why, on one line without a stack trace: every request fails
 * while a database is down, and its log must stay readable. At most one line a second; the next one
 * tells how many failures had none.
 */
final class UnavailableStoreLog {
  private static final long QUIET_NANOS = 1_000_000_000;
  private static final int MOST_CAUSES = 10;

  private final Logger log;
  private final LongSupplier nanoTime;
  private long spokeAt;
  private boolean spoke;
  private long untold;

  UnavailableStoreLog(Logger log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
  }

  void tell(StoreUnavailableException failure) {
    long before = untoldIfNotQuiet();
    if (before >= 0) {
      String more = before == 0 ? "" : " (and " + before + " failures before)";
      log.log(Level.ERROR, "The store is unavailable" + more + ": " + reasons(failure));
    }
  }

  /** How many had no line since the last, or -1 if this one has none either. */
  private synchronized long untoldIfNotQuiet() {
    long now = nanoTime.getAsLong();
    if (spoke && now - spokeAt < QUIET_NANOS) {
      untold++;
      return -1;
    }
    spoke = true;
    spokeAt = now;
    long before = untold;
    untold = 0;
    return before;
  }

  private static String reasons(Throwable failure) {
    StringJoiner reasons = new StringJoiner(" | ");
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      reasons.add(firstLine(cause));
      cause = cause.getCause();
    }
    return reasons.toString();
  }

  /** Databases say what is wrong first; then come the statement and other details. */
  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
  }
}
