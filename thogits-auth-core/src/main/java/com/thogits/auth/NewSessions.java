package com.thogits.auth;

import com.thogits.auth.Session.Standing;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins sessions, always under a token that nobody had before, and ends them. */
final class NewSessions {
  /** Each lost race means that the session got another token. */
  private static final int MOST_TRIES = 1000;

  private final SessionStore sessions;
  private final LiveSessions live;
  private final KnownDevices devices;
  private final AuthSettings settings;
  private final Clock clock;
  private final SecureRandom random;

  NewSessions(
      SessionStore sessions,
      LiveSessions live,
      KnownDevices devices,
      AuthSettings settings,
      Clock clock,
      SecureRandom random) {
    this.sessions = sessions;
    this.live = live;
    this.devices = devices;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** Begins a session of full standing and ends the one that the client presented. */
  SignedIn begin(User user, Client client) {
    SessionToken token = SessionToken.create(random);
    Session session = create(token, newId(), user, Standing.FULL, client);
    insert(session, user, client);
    return signedIn(token, session, settings.sessionLifetime(), user);
  }

  /** Begins a partial session and ends the one that the client presented. */
  TotpRequired beginPartial(User user, Client client) {
    SessionToken token = SessionToken.create(random);
    insert(create(token, newId(), user, Standing.PARTIAL, client), user, client);
    return new TotpRequired(token, settings.partialSessionLifetime());
  }

  private void insert(Session session, User user, Client client) {
    sessions.insert(session);
    client.session().ifPresent(presented -> sessions.delete(presented.hash()));
    endBeyondMaximum(user, session);
  }

  /** Turns a partial session into a full one under a new token. */
  SignedIn complete(Session partial, User user, Client client) {
    SessionToken token = SessionToken.create(random);
    Session full = create(token, partial.id(), user, Standing.FULL, client);
    if (!sessions.replace(partial.token(), full)) {
      throw new AuthException(AuthError.NO_PARTIAL_SESSION);
    }
    endBeyondMaximum(user, full);
    return signedIn(token, full, settings.sessionLifetime(), user);
  }

  private Session create(SessionToken token, Ulid id, User user, Standing standing, Client client) {
    Instant now = clock.instant();
    Duration lifetime =
        standing == Standing.FULL ? settings.sessionLifetime() : settings.partialSessionLifetime();
    return new Session(
        token.hash(),
        id,
        user.id(),
        standing,
        standing == Standing.FULL && user.totp().isConfirmed(),
        user.credentialEpoch(),
        now,
        now,
        now.plus(lifetime),
        now,
        client.address(),
        client.userAgent());
  }

  /**
   * Ends the oldest sessions but never the one that just began. Unfinished logins are counted
   * apart: whoever knows the password alone must not end sessions.
   */
  private void endBeyondMaximum(User user, Session begun) {
    List<Session> all = live.of(user, begun.standing());
    all.stream()
        .filter(session -> !session.id().equals(begun.id()))
        .limit(Math.max(0, all.size() - settings.maximumSessions()))
        .forEach(this::end);
  }

  /** Carries a session over a change of credentials: a new token, the new epoch, the old end. */
  SignedIn reissue(Session session, User user) {
    boolean secondFactor = session.secondFactor() && user.totp().isConfirmed();
    return reissue(session, session.reissued(user, secondFactor, session.provenAt()), user);
  }

  /** The same when its user has just proven the password, or a code if TOTP is on. */
  SignedIn reissueProven(Session session, User user) {
    boolean secondFactor = user.totp().isConfirmed();
    return reissue(session, session.reissued(user, secondFactor, clock.instant()), user);
  }

  private SignedIn reissue(Session old, Session next, User user) {
    SessionToken token = SessionToken.create(random);
    if (!sessions.replace(old.token(), next.under(token.hash()).seenAt(clock.instant()))) {
      throw new AuthException(AuthError.NOT_AUTHENTICATED);
    }
    return signedIn(token, old, Duration.between(clock.instant(), old.expiresAt()), user);
  }

  /** Nothing happened that asks for a new token. */
  SignedIn unchanged(SessionToken token, Session session, User user) {
    return signedIn(token, session, Duration.between(clock.instant(), session.expiresAt()), user);
  }

  private SignedIn signedIn(SessionToken token, Session session, Duration lifetime, User user) {
    return new SignedIn(token, lifetime, UserInfo.of(user), devices.mark(user, session.id()));
  }

  private Ulid newId() {
    return Ulid.create(clock.instant(), random);
  }

  /** Ends a session on the server; its token is worth nothing from then on. */
  boolean end(Session session) {
    return sessions.delete(session.token());
  }

  /**
   * Ends a session under whichever token it goes on at this moment.
   *
   * @return whether it was there
   */
  boolean endUnderAnyToken(Session session) {
    Optional<Session> found = Optional.of(session);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (found.isEmpty() || end(found.get())) {
        return found.isPresent();
      }
      found =
          sessions.findByUser(session.userId()).stream()
              .filter(other -> other.id().equals(session.id()))
              .findFirst();
    }
    throw new StoreException("The session store ends no session.");
  }
}
