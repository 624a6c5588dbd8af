package com.thogits.auth;

import java.util.Locale;

/**
 * Why a request was refused. The {@linkplain #code() codes} are stable: clients may compare them.
 */
public enum AuthError {
  /** The e-mail address given for a new account is not one. */
  INVALID_EMAIL("This is not a valid e-mail address."),
  /** A new password has fewer code points than {@link AuthSettings#minimumPasswordLength()}. */
  PASSWORD_TOO_SHORT("The password is too short."),
  /** A new password has more bytes than any password may have. */
  PASSWORD_TOO_LONG("The password is too long."),
  /** A new password is one that many people use, or is about the account itself. */
  PASSWORD_TOO_COMMON("The password is too easy to guess."),
  /** Another account has this e-mail address. */
  EMAIL_TAKEN("This e-mail address is already registered."),
  /** E-mail and password do not belong together; which of them is wrong is never told. */
  INVALID_CREDENTIALS("The e-mail address or the password is wrong."),
  /** There is no live session of full standing. */
  NOT_AUTHENTICATED("Please log in."),
  /** The current password given for a change is not the account's. */
  INCORRECT_PASSWORD("The current password is wrong."),
  /** A TOTP code is wrong, malformed, used before, or older than the newest one used. */
  INVALID_CODE("The code is invalid."),
  /** No TOTP set-up waits for its confirmation. */
  NO_PENDING_TOTP("There is no two-factor set-up to confirm."),
  /** TOTP is confirmed; it has to be disabled before it can be set up anew. */
  TOTP_ALREADY_ENABLED("Two-factor authentication is already on."),
  /** There is no live login that waits for its code. */
  NO_PARTIAL_SESSION("Please log in with your password first."),
  /** Too many wrong codes in a row: codes of this account are no longer accepted. */
  TOTP_LOCKED("Two-factor codes are locked after too many wrong ones."),
  /** Recovery codes need confirmed TOTP. */
  TOTP_NOT_ENABLED("Two-factor authentication is not on."),
  /** The host demands TOTP, and the account has to set it up before it can do anything else. */
  TOTP_REQUIRED("Please set up two-factor authentication first."),
  /** The operator demands a new password before the account can do anything else. */
  PASSWORD_CHANGE_REQUIRED("Please choose a new password first."),
  /** The change asks for a session that was proven within the last minutes. */
  REAUTHENTICATION_REQUIRED("Please confirm that it is you."),
  /** There is no such session of this account. */
  NOT_FOUND("There is no such session."),
  /** Too many tries; whether this one would have been right is not told. */
  TOO_MANY_ATTEMPTS("Too many attempts. Please wait."),
  /** More passwords wait to be hashed than the machine can do in time. */
  OVERLOADED("The service is busy. Please try again."),
  /** A value breaks a rule; the exception's message names it. */
  INVALID_REQUEST("The request is invalid.");

  private final String code;
  private final String sentence;

  AuthError(String sentence) {
    this.code = name().toLowerCase(Locale.ROOT);
    this.sentence = sentence;
  }

  /** The name that clients see, in lower snake case. */
  public String code() {
    return code;
  }

  /** What it means, for a person. */
  public String sentence() {
    return sentence;
  }
}
