package com.thogits.auth.simulation;

/** What is written of an account, each for itself. */
enum Aspect {
  ID,
  PASSWORD,
  PASSWORD_CHANGE_REQUIRED,
  DISPLAY_NAME,
  TOTP,
  PENDING_TOTP,
  RECOVERY_CODES
}
