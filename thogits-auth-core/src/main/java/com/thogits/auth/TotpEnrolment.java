package com.thogits.auth;

import com.thogits.auth.totp.Totp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's TOTP.
 *
 * @param confirmed the secret that logins ask for, or null while TOTP is off
 * @param confirmedAt since when, in whole milliseconds, or null while TOTP is off
 * @param pending the secret that waits for its first code, or null
 * @param newestUsedStep the latest time step of which a code was accepted, of whatever secret; a
 *     code is accepted only if its step is later (RFC 6238 section 5.2). {@link Totp#NO_STEP_USED}
 *     before the first
 * @param recoveryCodes the digests of the recovery codes that are left
 */
public record TotpEnrolment(
    @Nullable SealedSecret confirmed,
    @Nullable Instant confirmedAt,
    @Nullable SealedSecret pending,
    long newestUsedStep,
    List<TokenHash> recoveryCodes) {

  /** The enrolment of an account that never had TOTP. */
  public static final TotpEnrolment NONE =
      new TotpEnrolment(null, null, null, Totp.NO_STEP_USED, List.of());

  /** Copies the list. */
  public TotpEnrolment {
    recoveryCodes = List.copyOf(recoveryCodes);
  }

  /** Whether logins ask for a code. */
  public boolean isConfirmed() {
    return confirmed != null;
  }

  TotpEnrolment withPending(@Nullable SealedSecret secret) {
    return new TotpEnrolment(confirmed, confirmedAt, secret, newestUsedStep, recoveryCodes);
  }

  /** Recovery codes of an earlier enrolment are void. */
  TotpEnrolment confirm(SealedSecret secret, long step, Instant now) {
    return new TotpEnrolment(secret, now, null, step, List.of());
  }

  /** The same secret, perhaps sealed anew. */
  TotpEnrolment use(SealedSecret secret, long step) {
    return new TotpEnrolment(secret, confirmedAt, pending, step, recoveryCodes);
  }

  TotpEnrolment disable(long step) {
    return new TotpEnrolment(null, null, null, step, List.of());
  }

  TotpEnrolment withRecoveryCodes(List<TokenHash> codes) {
    return new TotpEnrolment(confirmed, confirmedAt, pending, newestUsedStep, codes);
  }

  TotpEnrolment withoutRecoveryCode(TokenHash spent) {
    return withRecoveryCodes(recoveryCodes.stream().filter(code -> !code.equals(spent)).toList());
  }

  @Override
  public String toString() {
    return "TotpEnrolment[confirmed=" + isConfirmed() + ", pending=" + (pending != null) + "]";
  }
}
