package com.thogits.auth.jdbc;

import com.thogits.auth.StoreException;
import com.thogits.auth.StoreUnavailableException;
import java.sql.SQLException;

/**
 * What the SQL states of H2 and PostgreSQL mean to a store: these ones and those that an
 * application writes itself.
 */
public final class SqlState {
  /** A database that aborts one of two writers lets the other through, so somebody advances. */
  private static final int MOST_TRIES_AFTER_CONFLICT = 100;

  /** The database has waited by itself before it gives this answer. */
  private static final int MOST_TRIES_AFTER_LOCK_TIMEOUT = 3;

  private SqlState() {}

  /**
   * Whether a unique index refused the row: how a database tells that somebody else has won. False
   * for every other value that it refuses.
   */
  public static boolean isUniqueViolation(SQLException failure) {
    return "23505".equals(of(failure));
  }

  static boolean isMissingTable(SQLException failure) {
    return switch (of(failure)) {
      case "42P01", "42S02", "42S03", "42S04" -> true;
      default -> false;
    };
  }

  static boolean isLockTimeout(SQLException failure) {
    return switch (of(failure)) {
      case "HYT00", "55P03" -> true;
      default -> false;
    };
  }

  /**
   * Serialization failures, deadlocks and lock time-outs: the database undid the whole transaction,
   * so it is safe to run it again.
   */
  static int mostTries(SQLException failure) {
    if (isLockTimeout(failure)) {
      return MOST_TRIES_AFTER_LOCK_TIMEOUT;
    }
    return switch (of(failure)) {
      case "40001", "40P01", "90131" -> MOST_TRIES_AFTER_CONFLICT;
      default -> 1;
    };
  }

  /**
   * The exception for a failure that is no answer. A value that the database refuses or can't read
   * is a plain {@link StoreException}, and its message and cause repeat nothing of what the
   * database says of it, since that quotes the row, password hash included. Everything else may
   * pass, and is a {@link StoreUnavailableException}: even a missing table is one that an operator
   * restores.
   */
  public static StoreException toStoreException(SQLException failure) {
    String state = of(failure);
    // Databases quote the values of a refused row, password hashes included.
    return state.startsWith("22") || state.startsWith("23")
        ? new StoreException("The database refused a value (SQL state " + state + ").")
        : new StoreUnavailableException("The database failed (SQL state " + state + ").", failure);
  }

  private static String of(SQLException failure) {
    String state = failure.getSQLState();
    return state == null ? "unknown" : state;
  }
}
