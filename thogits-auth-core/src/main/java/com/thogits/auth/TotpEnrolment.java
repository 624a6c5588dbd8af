package com.thogits.auth;

import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import org.jspecify.annotations.Nullable;

/**
 * An account's TOTP.
 *
 * @param confirmed the secret that logins ask for, or null while TOTP is off
 * @param pending the secret that waits for its first code, or null
 * @param newestUsedStep the latest time step of which a code was accepted, of whatever secret; a
 *     code is accepted only if its step is later (RFC 6238 section 5.2). -1 before the first
 */
public record TotpEnrolment(
    @Nullable TotpSecret confirmed, @Nullable TotpSecret pending, long newestUsedStep) {

  /** The enrolment of an account that never had TOTP. */
  public static final TotpEnrolment NONE = new TotpEnrolment(null, null, Totp.NO_STEP_USED);

  /** Whether logins ask for a code. */
  public boolean isConfirmed() {
    return confirmed != null;
  }

  @Override
  public String toString() {
    return "TotpEnrolment[confirmed=" + isConfirmed() + ", pending=" + (pending != null) + "]";
  }
}
