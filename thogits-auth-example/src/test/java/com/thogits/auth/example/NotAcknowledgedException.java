package com.thogits.auth.example;

/** Nobody knows whether the request was carried out: its node or the database is gone. */
final class NotAcknowledgedException extends Exception {
  private static final long serialVersionUID = 1L;

  NotAcknowledgedException(String message) {
    super(message);
  }

  NotAcknowledgedException(Throwable cause) {
    super(cause);
  }
}
