package com.thogits.auth;

import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.time.Clock;

/**
 * Judges TOTP codes: one step of drift either way, and never a step that is not later than the
 * account's newest used one (RFC 6238 section 5.2).
 */
final class TotpCodes {
  /** What Google Authenticator, Authy and 1Password make. */
  static final Totp TOTP = Totp.AUTHENTICATOR_APPS;

  private static final int DRIFT_IN_STEPS = 1;

  private final Clock clock;

  TotpCodes(Clock clock) {
    this.clock = clock;
  }

  /** The six digits of what somebody typed, or a refusal. */
  String require(String typed) {
    return TOTP.normalize(typed).orElseThrow(() -> new AuthException(AuthError.INVALID_CODE));
  }

  /** The step of a right code, to be recorded as used, or a refusal. */
  long requireMatch(TotpSecret secret, String code, TotpEnrolment enrolment) {
    return TOTP.match(secret, code, clock.instant(), DRIFT_IN_STEPS, enrolment.newestUsedStep())
        .orElseThrow(() -> new AuthException(AuthError.INVALID_CODE));
  }
}
