package com.thogits.auth;

/**
 * A store can't do its work now: its database is gone, slow, read-only, full or out of connections.
 * The same request may succeed later, so an adapter answers "try again" and not "broken". As with
 * every {@link StoreException}, what was asked may or may not have been written, and nothing was
 * decided in the caller's favour.
 */
public final class StoreUnavailableException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** Reports a failure the store found itself. */
  public StoreUnavailableException(String message) {
    super(message);
  }

  /** Reports a failure of what the store is built on. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
