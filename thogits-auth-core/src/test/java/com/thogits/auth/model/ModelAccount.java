package com.thogits.auth.model;

import com.thogits.auth.totp.TotpSecret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it. */
final class ModelAccount {
  final String email;
  final List<ModelSession> sessions = new ArrayList<>();
  final Set<String> recoveryCodes = new HashSet<>();
  final ModelCount confirmations = new ModelCount(Duration.ofDays(30));
  final ModelCount codes = new ModelCount(Duration.ofDays(36_500));

  String password;
  @Nullable TotpSecret confirmed;
  @Nullable TotpSecret pending;
  long newestUsedStep = -1;

  ModelAccount(String email, String password) {
    this.email = email;
    this.password = password;
  }

  /** Password, TOTP or the wish of the owner: every other session and unfinished login ends. */
  void endAllBut(@Nullable ModelSession survivor) {
    for (ModelSession session : sessions) {
      session.ended |= session != survivor;
    }
  }

  void turnTotpOff() {
    confirmed = null;
    pending = null;
    recoveryCodes.clear();
  }
}
