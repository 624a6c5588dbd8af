package com.thogits.auth.http;

/** A request that HTTP itself refuses. It carries no stack trace, being an ordinary outcome. */
final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RequestError error;

  RequestException(RequestError error) {
    this(error, error.sentence());
  }

  RequestException(RequestError error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  RequestError error() {
    return error;
  }
}
