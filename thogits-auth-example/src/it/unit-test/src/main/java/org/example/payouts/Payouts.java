package org.example.payouts;

import com.thogits.auth.ActiveSession;
import com.thogits.auth.AuthService;
import com.thogits.auth.SessionToken;
import java.time.Clock;
import java.time.Duration;

/** Pays money out to users who proved with two factors, a moment ago, who they are. */
final class Payouts {
  private static final Duration MOMENT = Duration.ofMinutes(5);

  private final AuthService auth;
  private final Clock clock;

  Payouts(AuthService auth, Clock clock) {
    this.auth = auth;
    this.clock = clock;
  }

  /** Tells to whom the money goes. */
  String payOut(SessionToken token) {
    ActiveSession session = auth.session(token);
    if (!session.secondFactor()) {
      throw new IllegalStateException("Please turn two-factor authentication on first.");
    }
    if (session.provenAt().plus(MOMENT).isBefore(clock.instant())) {
      throw new IllegalStateException("Please confirm that it is you.");
    }
    return session.user().email();
  }
}
