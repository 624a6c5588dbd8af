package com.thogits.auth.simulation;

import com.thogits.auth.Ulid;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which TOTP step was accepted by which operation. */
final class Codes {
  private static final Totp TOTP = Totp.AUTHENTICATOR_APPS;
  private static final long DRIFT = 1;

  private record Accepted(long step, Operation by) {}

  private final Clock clock;
  private final Map<Ulid, List<Accepted>> accepted = new HashMap<>();
  private final Map<String, TotpSecret> keys = new HashMap<>();

  Codes(Clock clock) {
    this.clock = clock;
  }

  String code(String secret, int stepsFromNow) {
    Instant at = clock.instant().plus(TOTP.period().multipliedBy(stepsFromNow));
    return TOTP.generate(key(secret), at);
  }

  /** Whether a code may turn out right while an operation with it runs. */
  boolean mayBeRight(String code, Collection<String> secrets) {
    Instant now = clock.instant();
    return secrets.stream()
        .anyMatch(secret -> !steps(secret, code, now, now.plus(Duration.ofMinutes(2))).isEmpty());
  }

  /**
   * Notes an accepted code.
   *
   * @return the secret that it was made of
   */
  String accept(Operation by, Ulid user, String code, Collection<String> secrets) {
    boolean matched = false;
    for (String secret : secrets) {
      for (long step : steps(secret, code, by.began, clock.instant())) {
        matched = true;
        if (isFree(by, user, step)) {
          accepted.computeIfAbsent(user, first -> new ArrayList<>()).add(new Accepted(step, by));
          return secret;
        }
      }
    }
    throw matched
        ? new Violation(Invariant.CODE_ACCEPTED_ONCE, "a used code was accepted for " + by.email)
        : new Violation(Invariant.WRONG_IS_REFUSED, "a wrong code was accepted for " + by.email);
  }

  private boolean isFree(Operation by, Ulid user, long step) {
    return accepted.getOrDefault(user, List.of()).stream()
        .noneMatch(other -> other.step == step || (other.by.isBefore(by) && other.step > step));
  }

  /** The only secret that a code can have been made of, if there is one. */
  @Nullable String secretOf(Operation by, String code, Collection<String> secrets) {
    List<String> found =
        secrets.stream()
            .filter(secret -> !steps(secret, code, by.began, clock.instant()).isEmpty())
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  /** The steps with this code that may be accepted at some time, the latest first. */
  private List<Long> steps(String secret, String code, Instant from, Instant to) {
    List<Long> steps = new ArrayList<>();
    TotpSecret key = key(secret);
    for (long step = TOTP.step(to) + DRIFT; step >= TOTP.step(from) - DRIFT; step--) {
      if (TOTP.generate(key, Instant.ofEpochSecond(step * TOTP.period().toSeconds()))
          .equals(code)) {
        steps.add(step);
      }
    }
    return steps;
  }

  private TotpSecret key(String base32) {
    return keys.computeIfAbsent(base32, TotpSecret::ofBase32);
  }
}
