package com.thogits.auth.http;

import com.thogits.auth.DeviceToken;
import com.thogits.auth.SessionToken;
import com.thogits.auth.SignedIn;
import com.thogits.auth.TotpRequired;
import java.time.Duration;
import java.util.Optional;

/** The cookie of the session, and the one by which a browser is known again after its end. */
final class Cookies {
  private static final Duration DEVICE_LIFETIME = Duration.ofDays(365);

  private final Cookie session;
  private final Cookie device;

  Cookies(HttpSettings settings) {
    this.session = new Cookie("thogits_session", settings);
    this.device = new Cookie("thogits_device", settings);
  }

  /** The token that the request presents, if it is one. */
  Optional<SessionToken> session(AuthRequest request) {
    return session.read(request).flatMap(SessionToken::parse);
  }

  /** The mark of an earlier login that the request presents, if it is one. */
  Optional<DeviceToken> device(AuthRequest request) {
    return device.read(request).flatMap(DeviceToken::parse);
  }

  AuthResponse signedIn(SignedIn signedIn, AuthResponse answer) {
    return answer
        .with("Set-Cookie", session.set(signedIn.token().reveal(), signedIn.lifetime()))
        .with("Set-Cookie", device.set(signedIn.device().reveal(), DEVICE_LIFETIME));
  }

  AuthResponse awaitingCode(TotpRequired partial, AuthResponse answer) {
    return answer.with("Set-Cookie", session.set(partial.token().reveal(), partial.lifetime()));
  }

  /**
   * Nothing of the session stays in the browser (ASVS 14.3.1). The mark of the browser does, so
   * that its owner can log in again while strangers guess.
   */
  AuthResponse signedOut(AuthResponse answer) {
    return answer
        .with("Set-Cookie", session.clear())
        .with("Clear-Site-Data", "\"cache\", \"storage\"");
  }
}
