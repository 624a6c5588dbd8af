package com.thogits.auth.simulation;

import com.thogits.auth.User;
import java.util.List;

/** Nothing wrong was taken for right. */
final class Wrong {
  private Wrong() {}

  static void require(boolean right, Operation by, String what) {
    if (!right) {
      throw new Violation(Invariant.WRONG_IS_REFUSED, what + ", for " + by.email);
    }
  }

  static void requirePassword(Claims claims, Operation by, String password) {
    require(
        claims.plausible(by, Aspect.PASSWORD).contains(password),
        by,
        "a wrong password was accepted");
  }

  /** What codes may have been made of while an operation ran. */
  static List<String> secrets(Claims claims, Operation by, Aspect aspect, Secrets.Known known) {
    List<Object> plausible = claims.plausible(by, aspect);
    return known.totp.stream()
        .filter(secret -> plausible.contains(secret) || plausible.contains(Claims.ANYTHING))
        .toList();
  }

  static void requireRecoveryCode(Claims claims, Operation by, Secrets.Known known, String code) {
    if (known.recoverySets.stream().anyMatch(set -> set.wasSpentBeside(code, by))) {
      throw new Violation(Invariant.RECOVERY_CODE_SPENT_ONCE, code + " was spent again");
    }
    require(
        claims.plausible(by, Aspect.RECOVERY_CODES).stream()
            .anyMatch(value -> value instanceof RecoveryCodes set && set.has(code)),
        by,
        "a void recovery code was accepted");
  }

  static void requireFewSessions(Reader reader, Operation by) {
    User user = reader.account(by.email);
    if (user != null && reader.liveFullSessions(user) > World.SETTINGS.maximumSessions()) {
      throw new Violation(Invariant.LIMIT_HOLDS, "too many sessions of " + by.email);
    }
  }
}
