package com.thogits.auth;

import com.thogits.auth.Session.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells live sessions from dead ones, and what a live one may do. */
final class LiveSessions {
  /** Last use is written at most this often, so that reading stays reading. */
  private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

  private final SessionStore sessions;
  private final UserStore users;
  private final AuthSettings settings;
  private final Clock clock;

  LiveSessions(SessionStore sessions, UserStore users, AuthSettings settings, Clock clock) {
    this.sessions = sessions;
    this.users = users;
    this.settings = settings;
    this.clock = clock;
  }

  /** The live session of full standing under a token; its use is noted. */
  Optional<LiveSession> find(SessionToken token) {
    Optional<LiveSession> live = find(token, Standing.FULL);
    live.map(LiveSession::session).ifPresent(this::touch);
    return live;
  }

  /** The live partial session under a token. */
  Optional<LiveSession> findPartial(SessionToken token) {
    return find(token, Standing.PARTIAL);
  }

  /** The live session of an account that owes nothing, or a refusal. */
  LiveSession require(SessionToken token) {
    return require(token, Set.of());
  }

  /** The live session of an account that owes nothing but what is about to be done. */
  LiveSession require(SessionToken token, Set<Obligation> tolerated) {
    LiveSession live =
        find(token).orElseThrow(() -> new AuthException(AuthError.NOT_AUTHENTICATED));
    for (Obligation owed : obligations(live.user())) {
      if (!tolerated.contains(owed)) {
        throw new AuthException(owed.refusal());
      }
    }
    return live;
  }

  /** The live session of an account, whatever it owes, or a refusal. */
  LiveSession requireOwing(SessionToken token) {
    return require(token, EnumSet.allOf(Obligation.class));
  }

  private Set<Obligation> obligations(User user) {
    Set<Obligation> owed = EnumSet.noneOf(Obligation.class);
    if (user.passwordChangeRequired()) {
      owed.add(Obligation.NEW_PASSWORD);
    }
    if (settings.totpRequired() && !user.totp().isConfirmed()) {
      owed.add(Obligation.TOTP);
    }
    return owed;
  }

  /** The live partial session under a token, or a refusal. */
  LiveSession requirePartial(SessionToken token) {
    return findPartial(token).orElseThrow(() -> new AuthException(AuthError.NO_PARTIAL_SESSION));
  }

  /**
   * Refuses a session whose user has not given a proof for a while. A proof from as far ahead is
   * none either: the clock was set back, and nobody knows for how long the session would be fresh.
   */
  void requireFresh(LiveSession live) {
    Duration age = Duration.between(live.session().provenAt(), clock.instant());
    if (age.abs().compareTo(settings.freshness()) >= 0) {
      throw new AuthException(AuthError.REAUTHENTICATION_REQUIRED);
    }
  }

  /** As the host's setting says. */
  void requireFreshForChange(LiveSession live) {
    if (settings.freshSessionForChanges()) {
      requireFresh(live);
    }
  }

  /** The live sessions of an account, in the order of their logins. */
  List<Session> of(User user, Standing standing) {
    return sessions.findByUser(user.id()).stream()
        .filter(session -> session.standing() == standing && isAlive(session, user))
        .toList();
  }

  private Optional<LiveSession> find(SessionToken token, Standing standing) {
    return sessions
        .findWithUser(token.hash(), users)
        .filter(found -> found.session().standing() == standing)
        .filter(found -> isAlive(found.session(), found.user()))
        .map(found -> new LiveSession(found.session(), found.user()));
  }

  private boolean isAlive(Session session, User user) {
    Instant now = clock.instant();
    return session.expiresAt().isAfter(now)
        && session.lastSeenAt().plus(settings.sessionIdleLimit()).isAfter(now)
        && session.credentialEpoch() == user.credentialEpoch();
  }

  private void touch(Session session) {
    Instant now = clock.instant();
    if (!session.lastSeenAt().plus(TOUCH_INTERVAL).isAfter(now)) {
      sessions.touch(session.token(), now);
    }
  }

  /** Removes the sessions whose time is over. */
  int deleteExpired() {
    Instant now = clock.instant();
    return sessions.deleteExpired(now, now.minus(settings.sessionIdleLimit()));
  }
}
