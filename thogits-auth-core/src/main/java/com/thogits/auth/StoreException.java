package com.thogits.auth;

/**
 * A store could not do its work: the database is gone, full, or answers nonsense. What was asked
 * may or may not have been written; nothing was decided in the caller's favour.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Reports a failure the store found itself. */
  public StoreException(String message) {
    super(message);
  }

  /** Reports a failure of what the store is built on. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
