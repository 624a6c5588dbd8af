package com.thogits.auth.password;

import java.io.Serial;

/**
 * A stored hash cannot be used: it is malformed, of an unknown algorithm, or asks for more memory
 * or work than allowed. It says nothing about the password. The message never contains the hash.
 */
public final class UnusableHashException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message why the hash cannot be used; it must not contain the hash
   */
  public UnusableHashException(String message) {
    super(message);
  }
}
