package com.thogits.auth;

/** What an account owes before it may do anything else. */
enum Obligation {
  NEW_PASSWORD(AuthError.PASSWORD_CHANGE_REQUIRED),
  TOTP(AuthError.TOTP_REQUIRED);

  private final AuthError refusal;

  Obligation(AuthError refusal) {
    this.refusal = refusal;
  }

  AuthError refusal() {
    return refusal;
  }
}
