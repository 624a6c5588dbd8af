package com.thogits.auth.crypto;

import java.io.Serial;

/**
 * A sealed secret cannot be opened: it was changed or moved, or its key is not at hand. To try
 * again does not help. The message names at most the key's id.
 */
public final class UnopenableSecretException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message why the secret cannot be opened; it must contain neither key nor data
   */
  public UnopenableSecretException(String message) {
    super(message);
  }
}
