package com.thogits.auth;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Tells the host's listener what became of each action. */
final class Audit {
  private static final Logger LOG = System.getLogger(AuthService.class.getName());

  private final AuthListener listener;
  private final Clock clock;

  Audit(AuthListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /** Does something and tells how it went. */
  <T> T record(AuthAction action, String address, Function<Trail, T> work) {
    Trail trail = new Trail(this, action, address);
    T result = tellingFailure(trail, work);
    tell(new AuthEvent.Succeeded(clock.instant(), action, trail.userId(), trail.address()));
    trail.tellNotices();
    return result;
  }

  /** Checks something and tells only if it is refused or fails: it is asked on every request. */
  <T> T check(AuthAction action, Function<Trail, T> work) {
    return tellingFailure(new Trail(this, action, ""), work);
  }

  private <T> T tellingFailure(Trail trail, Function<Trail, T> work) {
    AuthAction action = trail.action();
    try {
      return work.apply(trail);
    } catch (AuthException refused) {
      AuthError error = refused.error();
      tell(new AuthEvent.Refused(clock.instant(), action, trail.userId(), trail.address(), error));
      trail.tellNotices();
      throw refused;
    } catch (RuntimeException | Error failed) {
      tell(new AuthEvent.Failed(clock.instant(), action, trail.userId(), trail.address(), failed));
      trail.tellNotices();
      throw failed;
    }
  }

  void notice(AuthAction action, Optional<Ulid> userId, String address, AuthEvent.Notice notice) {
    tell(new AuthEvent.Noticed(clock.instant(), action, userId, address, notice));
  }

  void requestRefused(String code, String address) {
    tell(new AuthEvent.RequestRefused(clock.instant(), address, code));
  }

  private void tell(AuthEvent event) {
    try {
      listener.heard(event);
    } catch (RuntimeException | Error broken) {
      LOG.log(Level.ERROR, "The listener for events failed.", broken);
    }
  }
}
