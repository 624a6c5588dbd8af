package com.thogits.auth;

import java.util.function.UnaryOperator;

/** Completes a login whose password was right, with a TOTP code or a recovery code. */
final class SecondStep {
  private final Users users;
  private final LiveSessions live;
  private final NewSessions sessions;
  private final CodeUse codes;
  private final CodeAttempts attempts;

  SecondStep(
      Users users, LiveSessions live, NewSessions sessions, CodeUse codes, CodeAttempts attempts) {
    this.users = users;
    this.live = live;
    this.sessions = sessions;
    this.codes = codes;
    this.attempts = attempts;
  }

  SignedIn verify(Trail trail, SessionToken token, String typed, Client client) {
    LiveSession partial = trail.of(live.requirePartial(token));
    String code = CodeUse.require(typed);
    boolean last = attempts.countLast(partial.session());
    countOnAccount(partial, trail);
    User user =
        spend(
            trail,
            partial,
            last,
            found -> codes.use(found, code, AuthError.NO_PARTIAL_SESSION, trail));
    return complete(partial, user, client);
  }

  /** Waiting for the account's turn must not use up the login's few codes. */
  private void countOnAccount(LiveSession partial, Trail trail) {
    try {
      attempts.count(partial.user(), trail);
    } catch (AuthException notChecked) {
      attempts.forgive(partial.session());
      throw notChecked;
    }
  }

  SignedIn verifyRecoveryCode(Trail trail, SessionToken token, String typed, Client client) {
    LiveSession partial = trail.of(live.requirePartial(token));
    TokenHash code =
        RecoveryCode.parse(typed)
            .map(RecoveryCode::hash)
            .orElseThrow(() -> new AuthException(AuthError.INVALID_CODE));
    boolean last = attempts.countLast(partial.session());
    User user = spend(trail, partial, last, found -> spendRecoveryCode(found, code));
    trail.notice(AuthEvent.Notice.RECOVERY_CODE_USED);
    return complete(partial, user, client);
  }

  private static User spendRecoveryCode(User user, TokenHash code) {
    if (!user.totp().recoveryCodes().contains(code)) {
      throw new AuthException(AuthError.INVALID_CODE);
    }
    return user.withTotp(user.totp().withoutRecoveryCode(code));
  }

  /** The code is spent before the session is there: a crash in between costs a code, no more. */
  private User spend(Trail trail, LiveSession partial, boolean last, UnaryOperator<User> spending) {
    try {
      return users.change(partial.user(), AuthError.NO_PARTIAL_SESSION, spending);
    } catch (AuthException refused) {
      if (refused.error() == AuthError.INVALID_CODE) {
        trail.notice(AuthEvent.Notice.WRONG_CODE_AFTER_RIGHT_PASSWORD);
      }
      if (last) {
        sessions.end(partial.session());
      }
      throw refused;
    }
  }

  private SignedIn complete(LiveSession partial, User user, Client client) {
    SignedIn signedIn = sessions.complete(partial.session(), user, client);
    attempts.clear(user);
    return signedIn;
  }
}
