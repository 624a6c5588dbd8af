package com.thogits.auth.simulation;

import java.util.List;

/** Everything that is claimed of an account that is made or removed. */
final class NewAccount {
  private NewAccount() {}

  /** {@return the claim of its id, which is known when it is there} */
  static Claims.Claim claim(
      Claims claims, Operation by, String password, String totp, String displayName) {
    claims.claim(by, Aspect.PASSWORD, password);
    claims.claim(by, Aspect.PASSWORD_CHANGE_REQUIRED, false);
    claims.claim(by, Aspect.DISPLAY_NAME, displayName);
    claims.claim(by, Aspect.TOTP, totp);
    claims.claim(by, Aspect.PENDING_TOTP, Reader.NONE);
    claims.claim(by, Aspect.RECOVERY_CODES, RecoveryCodes.none());
    return claims.claim(by, Aspect.ID, Claims.ANYTHING);
  }

  static void claimRemoved(Claims claims, Operation by) {
    List.of(Aspect.values()).forEach(aspect -> claims.claim(by, aspect, Reader.ABSENT));
  }

  static void claimTotpOff(Claims claims, Operation by) {
    claims.claim(by, Aspect.TOTP, Reader.NONE);
    claims.claim(by, Aspect.PENDING_TOTP, Reader.NONE);
    claims.claim(by, Aspect.RECOVERY_CODES, RecoveryCodes.none());
  }
}
