package com.thogits.auth.simulation;

/** What must hold after every step. */
enum Invariant {
  /** No TOTP step is accepted twice on an account, by whichever door. */
  CODE_ACCEPTED_ONCE,
  /** No recovery code is spent twice. */
  RECOVERY_CODE_SPENT_ONCE,
  /** No partial session is completed twice. */
  PARTIAL_SESSION_COMPLETED_ONCE,
  /** What ended a session ended it: on every node, and for good. */
  ENDED_SESSION_STAYS_ENDED,
  /** What was acknowledged stays until something else may have changed it. */
  ACKNOWLEDGED_WRITE_STAYS,
  /** Every account is found by its e-mail, and no two have the same. */
  EMAIL_FINDS_ITS_ONE_ACCOUNT,
  /** No more is tried than the limits admit. */
  LIMIT_HOLDS,
  /** No wrong password, code or token is taken for a right one, and no second step is left out. */
  WRONG_IS_REFUSED,
  /** Nothing is thrown but refusals and failures of the store, and these only if it failed. */
  FAILURES_ARE_CLEAN,
  /** When the store works again, everybody gets in. */
  OWNER_GETS_IN
}
