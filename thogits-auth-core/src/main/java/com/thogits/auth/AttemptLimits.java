package com.thogits.auth;

import static com.thogits.auth.Ranges.requireRange;
import static com.thogits.auth.Ranges.requireSpan;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How often may be tried what can be guessed (NIST SP 800-63B-4 section 3.2.2, RFC 4226 section
 * 7.3). Attempts are counted before they are checked, over all nodes on one store.
 *
 * @param freePasswordFailures how many wrong passwords in a row an account takes before waits of 1,
 *     2, 4 … seconds begin; a known browser has as many for itself
 * @param freeCodeFailures how many wrong TOTP codes in a row an account takes before such waits
 *     begin
 * @param codeFailuresUntilLock after how many wrong TOTP codes in a row codes are locked until a
 *     recovery code or the operator; at most 100
 * @param codesPerPartialSession how many codes one login may try
 * @param longestWait where the waits stop growing
 * @param loginFailuresPerAddress how many wrong passwords a client address may send within {@code
 *     loginWindow}
 * @param loginWindow see {@code loginFailuresPerAddress}
 * @param registrationsPerAddress how many registrations a client address may try within {@code
 *     registrationWindow}
 * @param registrationWindow see {@code registrationsPerAddress}
 */
public record AttemptLimits(
    int freePasswordFailures,
    int freeCodeFailures,
    int codeFailuresUntilLock,
    int codesPerPartialSession,
    Duration longestWait,
    int loginFailuresPerAddress,
    Duration loginWindow,
    int registrationsPerAddress,
    Duration registrationWindow) {

  /** The documented defaults. */
  public static final AttemptLimits DEFAULTS =
      new AttemptLimits(
          10,
          10,
          100,
          5,
          Duration.ofMinutes(15),
          100,
          Duration.ofMinutes(15),
          300,
          Duration.ofHours(1));

  /**
   * Checks every setting.
   *
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public AttemptLimits {
    requireRange(freePasswordFailures, 1, 1000, "freePasswordFailures");
    requireRange(freeCodeFailures, 1, 100, "freeCodeFailures");
    requireRange(codeFailuresUntilLock, 1, 100, "codeFailuresUntilLock");
    requireRange(codesPerPartialSession, 1, 100, "codesPerPartialSession");
    requireSpan(longestWait, "longestWait");
    requireRange(loginFailuresPerAddress, 1, 1_000_000, "loginFailuresPerAddress");
    requireSpan(loginWindow, "loginWindow");
    requireRange(registrationsPerAddress, 1, 1_000_000, "registrationsPerAddress");
    requireSpan(registrationWindow, "registrationWindow");
  }

  /** With another {@link #freePasswordFailures()}. */
  public AttemptLimits withFreePasswordFailures(int value) {
    return with(draft -> draft.freePasswordFailures = value);
  }

  /** With another {@link #freeCodeFailures()}. */
  public AttemptLimits withFreeCodeFailures(int value) {
    return with(draft -> draft.freeCodeFailures = value);
  }

  /** With another {@link #codeFailuresUntilLock()}. */
  public AttemptLimits withCodeFailuresUntilLock(int value) {
    return with(draft -> draft.codeFailuresUntilLock = value);
  }

  /** With another {@link #codesPerPartialSession()}. */
  public AttemptLimits withCodesPerPartialSession(int value) {
    return with(draft -> draft.codesPerPartialSession = value);
  }

  /** With another {@link #longestWait()}. */
  public AttemptLimits withLongestWait(Duration value) {
    return with(draft -> draft.longestWait = value);
  }

  /** With another {@link #loginFailuresPerAddress()}. */
  public AttemptLimits withLoginFailuresPerAddress(int value) {
    return with(draft -> draft.loginFailuresPerAddress = value);
  }

  /** With another {@link #loginWindow()}. */
  public AttemptLimits withLoginWindow(Duration value) {
    return with(draft -> draft.loginWindow = value);
  }

  /** With another {@link #registrationsPerAddress()}. */
  public AttemptLimits withRegistrationsPerAddress(int value) {
    return with(draft -> draft.registrationsPerAddress = value);
  }

  /** With another {@link #registrationWindow()}. */
  public AttemptLimits withRegistrationWindow(Duration value) {
    return with(draft -> draft.registrationWindow = value);
  }

  private AttemptLimits with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new AttemptLimits(
        draft.freePasswordFailures,
        draft.freeCodeFailures,
        draft.codeFailuresUntilLock,
        draft.codesPerPartialSession,
        draft.longestWait,
        draft.loginFailuresPerAddress,
        draft.loginWindow,
        draft.registrationsPerAddress,
        draft.registrationWindow);
  }

  private static final class Draft {
    private int freePasswordFailures;
    private int freeCodeFailures;
    private int codeFailuresUntilLock;
    private int codesPerPartialSession;
    private Duration longestWait;
    private int loginFailuresPerAddress;
    private Duration loginWindow;
    private int registrationsPerAddress;
    private Duration registrationWindow;

    Draft(AttemptLimits settings) {
      this.freePasswordFailures = settings.freePasswordFailures;
      this.freeCodeFailures = settings.freeCodeFailures;
      this.codeFailuresUntilLock = settings.codeFailuresUntilLock;
      this.codesPerPartialSession = settings.codesPerPartialSession;
      this.longestWait = settings.longestWait;
      this.loginFailuresPerAddress = settings.loginFailuresPerAddress;
      this.loginWindow = settings.loginWindow;
      this.registrationsPerAddress = settings.registrationsPerAddress;
      this.registrationWindow = settings.registrationWindow;
    }
  }
}
