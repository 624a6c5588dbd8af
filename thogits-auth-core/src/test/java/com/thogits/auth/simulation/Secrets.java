package com.thogits.auth.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever anybody ever learned of an account: right, void, spent or never written. */
final class Secrets {
  /** Of one account. */
  static final class Known {
    final List<String> passwords = new ArrayList<>();
    final List<String> totp = new ArrayList<>();
    final List<String> usedCodes = new ArrayList<>();
    final List<String> recoveryCodes = new ArrayList<>();
    final List<RecoveryCodes> recoverySets = new ArrayList<>();
  }

  private final Map<String, Known> byEmail = new HashMap<>();
  private int passwords;

  Known of(String email) {
    return byEmail.computeIfAbsent(email, first -> new Known());
  }

  /** One that nobody had before, so that it tells who set it. */
  String newPassword() {
    return "violet kettle " + ++passwords;
  }
}
