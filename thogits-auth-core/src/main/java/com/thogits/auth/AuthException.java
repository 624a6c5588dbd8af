package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that was understood and refused. Neither its message nor its fields hold a secret, so
 * both may be shown to whoever asked. It carries no stack trace: being refused is an ordinary
 * outcome, and attackers must not be able to make it a costly one.
 */
public final class AuthException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final AuthError error;
  private final @Nullable Duration retryAfter;

  /** Refuses with the error's own sentence. */
  public AuthException(AuthError error) {
    this(error, error.sentence());
  }

  /** Refuses with a sentence that says more than the error's own. */
  public AuthException(AuthError error, String message) {
    this(error, message, null);
  }

  private AuthException(AuthError error, String message, @Nullable Duration retryAfter) {
    super(requireNonNull(message, "message"), null, false, false);
    this.error = requireNonNull(error, "error");
    this.retryAfter = retryAfter;
  }

  static AuthException later(AuthError error, Duration retryAfter) {
    return new AuthException(error, error.sentence(), retryAfter);
  }

  /** Why. */
  public AuthError error() {
    return error;
  }

  /** How long to wait before the next try, if waiting helps; more than zero. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
