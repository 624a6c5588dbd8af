package com.thogits.auth.example;

import com.thogits.auth.totp.Totp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was attempted on an account, and what was acknowledged. Used by one thread at a time. */
final class AccountRecord {
  private static final String NOTHING = "";

  private final String email;
  private final TrackedValue displayName = new TrackedValue(NOTHING);
  private final TrackedValue password = new TrackedValue(NOTHING);
  private final List<String> cookies = new ArrayList<>();
  private boolean registered;
  private boolean credentialsUncertain;
  private Optional<AuthenticatorApp> app = Optional.empty();
  private boolean totpConfirmed;
  private long newestAcceptedStep = Totp.NO_STEP_USED;

  AccountRecord(String email) {
    this.email = email;
  }

  String email() {
    return email;
  }

  TrackedValue displayName() {
    return displayName;
  }

  TrackedValue password() {
    return password;
  }

  void registered(String withPassword) {
    registered = true;
    password.attempt(withPassword);
    password.acknowledge();
  }

  boolean isRegistered() {
    return registered;
  }

  void sessionBegun(String cookie) {
    cookies.add(cookie);
  }

  /** From here on nobody knows which sessions are alive. */
  void credentialsChanging() {
    credentialsUncertain = true;
  }

  /** Every session but the caller's has ended. */
  void credentialsChanged(String cookie) {
    credentialsUncertain = false;
    cookies.clear();
    cookies.add(cookie);
  }

  /** The cookies of the sessions that must be alive. */
  List<String> cookies() {
    return credentialsUncertain ? List.of() : List.copyOf(cookies);
  }

  void totpAttempted(AuthenticatorApp withApp) {
    app = Optional.of(withApp);
  }

  void totpConfirmed() {
    totpConfirmed = true;
  }

  boolean isTotpConfirmed() {
    return totpConfirmed;
  }

  Optional<AuthenticatorApp> app() {
    return app;
  }

  void codeAccepted(long step) {
    newestAcceptedStep = step;
  }

  /** The step of the newest code that was accepted. */
  long newestAcceptedStep() {
    return newestAcceptedStep;
  }
}
