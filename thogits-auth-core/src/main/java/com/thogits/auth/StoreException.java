package com.thogits.auth;

/**
 * A store could not do its work. What was asked may or may not have been written; nothing was
 * decided in the caller's favour. If waiting may mend it, it is a {@link
 * StoreUnavailableException}; otherwise the store holds or was given what it can't take: a value
 * that it refuses, or one that it cannot read.
 */
public class StoreException extends RuntimeException {
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
