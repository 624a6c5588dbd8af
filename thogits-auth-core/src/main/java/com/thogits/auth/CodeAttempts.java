package com.thogits.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Counts TOTP codes before they are checked: 5 on a partial session, and 100 in a row on an account
 * over all its doors (NIST SP 800-63B-4 section 3.2.2, RFC 4226 section 7.3).
 */
final class CodeAttempts {
  private static final int MOST_ON_PARTIAL_SESSION = 5;
  private static final int MOST_IN_A_ROW = 100;
  private static final Duration UNTIL_RESET = Duration.ofDays(36_500);

  private final AttemptStore attempts;
  private final AuthSettings settings;
  private final Clock clock;

  CodeAttempts(AttemptStore attempts, AuthSettings settings, Clock clock) {
    this.attempts = attempts;
    this.settings = settings;
    this.clock = clock;
  }

  /** How many more codes the partial session may try after the one just counted. */
  int countOn(Session partial) {
    int count =
        attempts.increment("partial:" + partial.token(), settings.partialSessionLifetime(), now());
    if (count > MOST_ON_PARTIAL_SESSION) {
      throw new AuthException(AuthError.NO_PARTIAL_SESSION);
    }
    return MOST_ON_PARTIAL_SESSION - count;
  }

  void countOn(User user) {
    if (attempts.increment(key(user), UNTIL_RESET, now()) > MOST_IN_A_ROW) {
      throw new AuthException(AuthError.TOTP_LOCKED);
    }
  }

  void succeeded(User user) {
    attempts.reset(key(user));
  }

  int deleteExpired() {
    return attempts.deleteExpired(now());
  }

  private static String key(User user) {
    return "totp:" + user.id();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
