package com.thogits.auth.example;

import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Shows codes that the server has not seen; three in a row can be used without a wait. */
final class AuthenticatorApp {
  private static final Totp TOTP = Totp.AUTHENTICATOR_APPS;

  private final TotpSecret secret;
  private final Clock clock;
  private final List<Long> shownSteps = new ArrayList<>();
  private long newestShownStep = Totp.NO_STEP_USED;

  AuthenticatorApp(String base32, Clock clock) {
    this.secret = TotpSecret.ofBase32(base32);
    this.clock = clock;
  }

  TotpSecret secret() {
    return secret;
  }

  /** The oldest code that the server still accepts and has not seen. */
  String unusedCode() {
    newestShownStep = Math.max(newestShownStep, currentStep() - 2) + 1;
    shownSteps.add(newestShownStep);
    return code(newestShownStep);
  }

  /** A code that the server has not seen and that it accepts for half a minute at least. */
  String lastingCode() {
    newestShownStep = Math.max(newestShownStep + 1, currentStep());
    shownSteps.add(newestShownStep);
    return code(newestShownStep);
  }

  /** Every code that it has shown. */
  List<String> shown() {
    return shownSteps.stream().map(this::code).toList();
  }

  /** The step of each code that it has shown. */
  List<Long> shownSteps() {
    return List.copyOf(shownSteps);
  }

  /** The step of the code that it has shown last. */
  long newestShownStep() {
    return newestShownStep;
  }

  long currentStep() {
    return TOTP.step(clock.instant());
  }

  String code(long step) {
    return TOTP.generate(secret, Instant.EPOCH.plus(TOTP.period().multipliedBy(step)));
  }
}
