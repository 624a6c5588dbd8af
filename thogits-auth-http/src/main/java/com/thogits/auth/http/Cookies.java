package com.thogits.auth.http;

import com.thogits.auth.DeviceToken;
import com.thogits.auth.LoginResult;
import com.thogits.auth.SessionToken;
import com.thogits.auth.SignedIn;
import com.thogits.auth.TotpRequired;
import java.time.Duration;
import java.util.List;
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

  /** The lines that set what goes with a session or a partial one. */
  List<String> of(LoginResult result) {
    if (result instanceof SignedIn signedIn) {
      return List.of(
          session.set(signedIn.token().reveal(), signedIn.lifetime()),
          device.set(signedIn.device().reveal(), DEVICE_LIFETIME));
    }
    TotpRequired partial = (TotpRequired) result;
    return List.of(session.set(partial.token().reveal(), partial.lifetime()));
  }

  /** The lines that take the session away. */
  List<String> cleared() {
    return List.of(session.clear());
  }

  AuthResponse signedIn(SignedIn signedIn, AuthResponse answer) {
    return with(of(signedIn), answer);
  }

  AuthResponse awaitingCode(TotpRequired partial, AuthResponse answer) {
    return with(of(partial), answer);
  }

  /**
   * Nothing of the session stays in the browser (ASVS 14.3.1). The mark of the browser does, so
   * that its owner can log in again while strangers guess.
   */
  AuthResponse signedOut(AuthResponse answer) {
    return with(cleared(), answer).with("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  private static AuthResponse with(List<String> lines, AuthResponse answer) {
    AuthResponse extended = answer;
    for (String line : lines) {
      extended = extended.with("Set-Cookie", line);
    }
    return extended;
  }
}
