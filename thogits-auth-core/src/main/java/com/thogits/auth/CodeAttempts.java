package com.thogits.auth;

import com.thogits.auth.AttemptLimit.GrowingWaits;
import com.thogits.auth.AttemptLimit.PerWindow;
import com.thogits.auth.Throttle.Verdict;
import java.time.Duration;

/**
 * Counts codes before they are checked: a few on one unfinished login, and on an account over all
 * its doors with growing waits and a lock in the end (NIST SP 800-63B-4 section 3.2.2, RFC 4226
 * section 7.3). A right password clears neither.
 */
final class CodeAttempts {
  private static final Duration UNTIL_SUCCESS = Duration.ofDays(36_500);

  private final Throttle throttle;
  private final AttemptLimits limits;
  private final PerWindow perLogin;
  private final GrowingWaits inARow;

  CodeAttempts(Throttle throttle, AuthSettings settings) {
    this.throttle = throttle;
    this.limits = settings.limits();
    this.perLogin =
        new PerWindow(limits.codesPerPartialSession(), settings.partialSessionLifetime());
    this.inARow = new GrowingWaits(limits.freeCodeFailures(), limits.longestWait(), UNTIL_SUCCESS);
  }

  /** Counts a code on an unfinished login; tells whether it is the last one. */
  boolean countLast(Session partial) {
    Verdict verdict = throttle.count(key(partial), perLogin);
    if (!verdict.admitted()) {
      throw new AuthException(AuthError.NO_PARTIAL_SESSION);
    }
    return verdict.count() == limits.codesPerPartialSession();
  }

  /** The code was not checked after all. */
  void forgive(Session partial) {
    throttle.forgive(key(partial));
  }

  /** Counts a TOTP code on its account. */
  void count(User user, Trail trail) {
    if (isLocked(user)) {
      throw locked(trail);
    }
    Verdict verdict = throttle.count(key(user), inARow);
    if (!verdict.admitted()) {
      throw AuthException.later(AuthError.TOO_MANY_ATTEMPTS, verdict.retryAfter());
    }
    if (verdict.count() > limits.codeFailuresUntilLock()) {
      throw locked(trail);
    }
  }

  private static AuthException locked(Trail trail) {
    trail.notice(AuthEvent.Notice.TOTP_LOCKED);
    return new AuthException(AuthError.TOTP_LOCKED);
  }

  /** Whether codes of the account are no longer checked. */
  boolean isLocked(User user) {
    return throttle.countOf(key(user)) >= limits.codeFailuresUntilLock();
  }

  void clear(User user) {
    throttle.clear(key(user));
  }

  private static String key(Session partial) {
    return "partial:" + partial.token();
  }

  private static String key(User user) {
    return "totp:" + user.id();
  }
}
