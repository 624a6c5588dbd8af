package com.thogits.auth;

import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.time.Clock;

/**
 * Judges TOTP codes: one step of drift either way, and never a step that is not later than the
 * account's newest used one (RFC 6238 section 5.2).
 */
final class CodeUse {
  /** What Google Authenticator, Authy and 1Password make. */
  static final Totp TOTP = Totp.AUTHENTICATOR_APPS;

  private static final int DRIFT_IN_STEPS = 1;

  private final TotpSecrets secrets;
  private final Clock clock;

  CodeUse(TotpSecrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** The six digits of what somebody typed, or a refusal. */
  static String require(String typed) {
    return TOTP.normalize(typed).orElseThrow(() -> new AuthException(AuthError.INVALID_CODE));
  }

  /** The account's pending secret confirmed by a code, or a refusal. */
  User confirm(User user, String code, Trail trail) {
    SealedSecret pending = user.totp().pending();
    if (pending == null) {
      throw new AuthException(AuthError.NO_PENDING_TOTP);
    }
    long step = requireStep(secrets.open(pending, user.id()), code, user, trail);
    SealedSecret confirmed = secrets.upToDate(pending, user.id());
    return user.withChangedTotp(user.totp().confirm(confirmed, step, clock.instant()));
  }

  /** The account with the code's step used up, or a refusal. */
  User use(User user, String code, AuthError unconfirmed, Trail trail) {
    SealedSecret sealed = requireConfirmed(user, unconfirmed);
    long step = requireStep(secrets.open(sealed, user.id()), code, user, trail);
    return user.withTotp(user.totp().use(secrets.upToDate(sealed, user.id()), step));
  }

  /** The account without TOTP, for a right code. */
  User disable(User user, String code, Trail trail) {
    SealedSecret sealed = requireConfirmed(user, AuthError.NOT_AUTHENTICATED);
    long step = requireStep(secrets.open(sealed, user.id()), code, user, trail);
    return user.withChangedTotp(user.totp().disable(step));
  }

  private static SealedSecret requireConfirmed(User user, AuthError otherwise) {
    SealedSecret confirmed = user.totp().confirmed();
    if (confirmed == null) {
      throw new AuthException(otherwise);
    }
    return confirmed;
  }

  private long requireStep(TotpSecret secret, String code, User user, Trail trail) {
    long step =
        TOTP.match(secret, code, clock.instant(), DRIFT_IN_STEPS, Totp.NO_STEP_USED)
            .orElseThrow(() -> new AuthException(AuthError.INVALID_CODE));
    // It is the latest step with this code: were another one still good, this would not be used.
    if (step <= user.totp().newestUsedStep()) {
      trail.notice(AuthEvent.Notice.CODE_REPLAYED);
      throw new AuthException(AuthError.INVALID_CODE);
    }
    return step;
  }
}
