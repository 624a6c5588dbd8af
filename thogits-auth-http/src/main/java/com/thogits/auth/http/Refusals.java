package com.thogits.auth.http;

import com.thogits.auth.AuthError;
import com.thogits.auth.AuthException;
import com.thogits.auth.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;

/** Refusals as answers: a status, a code that programs compare and a sentence for a person. */
final class Refusals {
  private static final Logger LOG = System.getLogger(Refusals.class.getPackageName());

  private static final UnavailableStoreLog UNAVAILABLE =
      new UnavailableStoreLog(LOG, System::nanoTime);

  /** Long enough to matter to a database in trouble, short enough for a person who waits. */
  private static final Duration UNTIL_STORE_MAY_BE_BACK = Duration.ofSeconds(5);

  private Refusals() {}

  /** Whatever was thrown: a refusal tells its reason, anything else goes to the log alone. */
  static AuthResponse of(Throwable thrown) {
    if (thrown instanceof AuthException refused) {
      return of(refused);
    }
    if (thrown instanceof RequestException refused) {
      return of(refused.error(), message(refused));
    }
    if (thrown instanceof StoreUnavailableException unavailable) {
      UNAVAILABLE.tell(unavailable);
      return of(AuthError.OVERLOADED, AuthError.OVERLOADED.sentence())
          .with("Retry-After", Long.toString(UNTIL_STORE_MAY_BE_BACK.toSeconds()));
    }
    LOG.log(Level.ERROR, "A request failed.", thrown);
    return of(RequestError.INTERNAL_ERROR, RequestError.INTERNAL_ERROR.sentence());
  }

  private static AuthResponse of(AuthException refused) {
    AuthResponse answer = of(refused.error(), message(refused));
    return refused
        .retryAfter()
        .map(wait -> answer.with("Retry-After", Long.toString(wholeSeconds(wait))))
        .orElse(answer);
  }

  /** Rounded up: whoever waits that long has waited long enough. */
  private static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
  }

  private static AuthResponse of(AuthError error, String message) {
    return answer(status(error), error.code(), message);
  }

  private static AuthResponse of(RequestError error, String message) {
    return answer(error.status(), error.code(), message);
  }

  private static AuthResponse answer(int status, String code, String message) {
    return AuthResponse.json(status, JsonWriter.texts("error", code, "message", message));
  }

  private static String message(RuntimeException refused) {
    return Objects.requireNonNull(refused.getMessage());
  }

  private static int status(AuthError error) {
    return switch (error) {
      case INVALID_CREDENTIALS, NOT_AUTHENTICATED, INCORRECT_PASSWORD, NO_PARTIAL_SESSION -> 401;
      case TOTP_LOCKED, TOTP_REQUIRED, PASSWORD_CHANGE_REQUIRED, REAUTHENTICATION_REQUIRED -> 403;
      case NOT_FOUND -> 404;
      case TOO_MANY_ATTEMPTS -> 429;
      case OVERLOADED -> 503;
      case INVALID_EMAIL,
          PASSWORD_TOO_SHORT,
          PASSWORD_TOO_LONG,
          PASSWORD_TOO_COMMON,
          TOTP_NOT_ENABLED,
          EMAIL_TAKEN,
          INVALID_CODE,
          NO_PENDING_TOTP,
          TOTP_ALREADY_ENABLED,
          INVALID_REQUEST ->
          400;
    };
  }
}
