package com.thogits.auth;

/** What was done or tried, as events tell it. The names are stable. */
public enum AuthAction {
  /** A request to an adapter, if the adapter itself refused it. */
  SEND_REQUEST,
  /** {@link AuthService#register}. */
  REGISTER,
  /** {@link AuthService#login}, by password. */
  LOGIN,
  /** {@link AuthService#logout}. */
  LOGOUT,
  /** Presenting a session, by any method that asks for one; only refusals are told. */
  PRESENT_SESSION,
  /** {@link AuthService#updateProfile}. */
  UPDATE_PROFILE,
  /** {@link AuthService#changePassword}. */
  CHANGE_PASSWORD,
  /** {@link AuthService#setupTotp}. */
  SETUP_TOTP,
  /** {@link AuthService#confirmTotp}. */
  CONFIRM_TOTP,
  /** {@link AuthService#verifyTotp}, by TOTP code. */
  VERIFY_TOTP,
  /** {@link AuthService#verifyRecoveryCode}, by recovery code. */
  VERIFY_RECOVERY_CODE,
  /** {@link AuthService#disableTotp}, by TOTP code or recovery code. */
  DISABLE_TOTP,
  /** {@link AuthService#createRecoveryCodes}. */
  CREATE_RECOVERY_CODES,
  /** {@link AuthService#reauthenticate}, by password and, with TOTP, by code. */
  REAUTHENTICATE,
  /** {@link AuthService#endSession}. */
  END_SESSION,
  /** {@link AuthService#endOtherSessions}. */
  END_OTHER_SESSIONS,
  /** {@link AuthOperator#endSessions} and {@link AuthOperator#endAllSessions}. */
  OPERATOR_END_SESSIONS,
  /** {@link AuthOperator#disableTotp}. */
  OPERATOR_DISABLE_TOTP,
  /** {@link AuthOperator#clearAttempts}. */
  OPERATOR_CLEAR_ATTEMPTS,
  /** {@link AuthOperator#requireNewPassword}. */
  OPERATOR_REQUIRE_NEW_PASSWORD,
  /** {@link AuthOperator#deleteAccount}. */
  OPERATOR_DELETE_ACCOUNT,
  /** {@link AuthOperator#importAccount}. */
  OPERATOR_IMPORT_ACCOUNT
}
