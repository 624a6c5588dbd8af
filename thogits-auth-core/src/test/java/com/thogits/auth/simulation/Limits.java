package com.thogits.auth.simulation;

import com.thogits.auth.AttemptLimits;
import com.thogits.auth.AuthError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts by itself what was tried, and holds it against the limits. */
final class Limits {
  private static final AttemptLimits MOST = World.SETTINGS.limits();

  private final Clock clock;
  private final Map<String, Streak> passwords = new HashMap<>();
  private final Map<String, Streak> codes = new HashMap<>();
  private final Map<String, List<Instant>> byAddress = new HashMap<>();

  Limits(Clock clock) {
    this.clock = clock;
  }

  // Passwords

  void passwordCompared(Operation by, boolean right) {
    Streak streak = passwords(by.passwordBudget);
    if (right) {
      streak.mayBeClearedBy(by);
    } else if (streak.isTooEarly(by, clock.instant())) {
      throw new Violation(
          Invariant.LIMIT_HOLDS, "a wrong password too early on " + by.passwordBudget);
    }
  }

  private Streak passwords(String budget) {
    return passwords.computeIfAbsent(
        budget, first -> new Streak(MOST.freePasswordFailures(), MOST.longestWait()));
  }

  void wrongPasswordFrom(String address) {
    countInWindow("logins from " + address, MOST.loginFailuresPerAddress(), MOST.loginWindow());
  }

  void registrationFrom(String address) {
    countInWindow(
        "registrations from " + address, MOST.registrationsPerAddress(), MOST.registrationWindow());
  }

  /** Two windows may lie side by side, so twice as many fit into the time of one. */
  private void countInWindow(String what, int most, Duration window) {
    Instant now = clock.instant();
    List<Instant> times = byAddress.computeIfAbsent(what, first -> new ArrayList<>());
    times.add(now);
    times.removeIf(time -> !time.plus(window).isAfter(now));
    if (times.size() > 2 * most) {
      throw new Violation(Invariant.LIMIT_HOLDS, times.size() + " " + what);
    }
  }

  // Codes

  void rightCode(Operation by) {
    codes(by.email).mayBeClearedBy(by);
  }

  void wrongCode(Operation by) {
    Streak streak = codes(by.email);
    if (streak.isTooEarly(by, clock.instant())) {
      throw new Violation(Invariant.LIMIT_HOLDS, "a wrong code too early on " + by.email);
    }
    if (streak.length() > MOST.codeFailuresUntilLock()) {
      throw new Violation(Invariant.LIMIT_HOLDS, "a code was checked after the lock");
    }
  }

  void wrongCodeIfRefused(Operation by) {
    if (by.wasRefused(AuthError.INVALID_CODE)) {
      wrongCode(by);
    }
  }

  /** A code that was still on its way when its login expired found the count expired too. */
  void wrongCodeOn(Given partial) {
    if (!partial.livesUntil.isAfter(clock.instant())) {
      return;
    }
    if (++partial.wrongCodes > MOST.codesPerPartialSession()) {
      throw new Violation(Invariant.LIMIT_HOLDS, partial.wrongCodes + " codes on " + partial);
    }
  }

  private Streak codes(String email) {
    return codes.computeIfAbsent(
        email, first -> new Streak(MOST.freeCodeFailures(), MOST.longestWait()));
  }

  // What clears

  /** The operator forgets what was counted on an account. */
  void mayBeCleared(Operation by, String email) {
    passwords(accountBudget(email)).mayBeClearedBy(by);
    passwords(sessionBudget(email)).mayBeClearedBy(by);
    codes(email).mayBeClearedBy(by);
  }

  void ended(Operation operation) {
    passwords.values().forEach(streak -> streak.ended(operation, true));
    codes.values().forEach(streak -> streak.ended(operation, operation.mayHaveWritten()));
  }

  static String accountBudget(String email) {
    return "account:" + email;
  }

  /** Of whoever holds a session of the account. */
  static String sessionBudget(String email) {
    return "session:" + email;
  }
}
