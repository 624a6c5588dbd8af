package com.thogits.auth;

import com.thogits.auth.Session.Standing;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Begins, checks, re-issues and ends sessions. */
final class Sessions {
  /** Last use is written at most this often, so that reading stays reading. */
  private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

  private final SessionStore sessions;
  private final UserStore users;
  private final AuthSettings settings;
  private final Clock clock;
  private final SecureRandom random;

  Sessions(
      SessionStore sessions,
      UserStore users,
      AuthSettings settings,
      Clock clock,
      SecureRandom random) {
    this.sessions = sessions;
    this.users = users;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** A live session and its user, read one after the other. */
  record Live(Session session, User user) {}

  /** Begins a session of full standing and ends the one that the client presented. */
  SignedIn begin(User user, Client client) {
    SessionToken token = SessionToken.create(random);
    insert(token, user, Standing.FULL, settings.sessionLifetime(), client);
    return new SignedIn(token, settings.sessionLifetime(), UserInfo.of(user));
  }

  /** Begins a partial session and ends the one that the client presented. */
  TotpRequired beginPartial(User user, Client client) {
    SessionToken token = SessionToken.create(random);
    insert(token, user, Standing.PARTIAL, settings.partialSessionLifetime(), client);
    return new TotpRequired(token, settings.partialSessionLifetime());
  }

  private void insert(
      SessionToken token, User user, Standing standing, Duration lifetime, Client client) {
    sessions.insert(fresh(token, user, standing, lifetime, client));
    client.session().ifPresent(presented -> sessions.delete(presented.hash()));
  }

  private Session fresh(
      SessionToken token, User user, Standing standing, Duration lifetime, Client client) {
    Instant now = now();
    return new Session(
        token.hash(),
        user.id(),
        standing,
        user.credentialEpoch(),
        now,
        now.plus(lifetime),
        now,
        client.address(),
        client.userAgent());
  }

  /** Turns a partial session into a full one under a new token; false verdicts are refusals. */
  SignedIn complete(Session partial, User user, Client client) {
    SessionToken token = SessionToken.create(random);
    Duration lifetime = settings.sessionLifetime();
    if (!sessions.replace(partial.token(), fresh(token, user, Standing.FULL, lifetime, client))) {
      throw new AuthException(AuthError.NO_PARTIAL_SESSION);
    }
    return new SignedIn(token, lifetime, UserInfo.of(user));
  }

  /** Carries a session over a change of credentials: a new token, the new epoch, the old end. */
  SignedIn reissue(Session session, User user) {
    SessionToken token = SessionToken.create(random);
    Instant now = now();
    if (!sessions.replace(
        session.token(), session.reissued(token.hash(), user.credentialEpoch(), now))) {
      throw new AuthException(AuthError.NOT_AUTHENTICATED);
    }
    return new SignedIn(token, Duration.between(now, session.expiresAt()), UserInfo.of(user));
  }

  /** Nothing happened that asks for a new token. */
  SignedIn unchanged(SessionToken token, Session session, User user) {
    return new SignedIn(token, Duration.between(now(), session.expiresAt()), UserInfo.of(user));
  }

  /** The live session of full standing under a token, or a refusal. */
  Live require(SessionToken token) {
    return authenticate(token).orElseThrow(() -> new AuthException(AuthError.NOT_AUTHENTICATED));
  }

  /** The live partial session under a token, or a refusal. */
  Live requirePartial(SessionToken token) {
    return partial(token).orElseThrow(() -> new AuthException(AuthError.NO_PARTIAL_SESSION));
  }

  /** The live partial session under a token. */
  Optional<Live> partial(SessionToken token) {
    return find(token, Standing.PARTIAL, now());
  }

  /** The live session of full standing under a token; its use is noted. */
  Optional<Live> authenticate(SessionToken token) {
    Instant now = now();
    Optional<Live> live = find(token, Standing.FULL, now);
    live.map(Live::session)
        .filter(session -> !session.lastSeenAt().plus(TOUCH_INTERVAL).isAfter(now))
        .ifPresent(session -> sessions.touch(session.token(), now));
    return live;
  }

  private Optional<Live> find(SessionToken token, Standing standing, Instant now) {
    return sessions
        .find(token.hash())
        .filter(session -> session.standing() == standing)
        .filter(session -> session.expiresAt().isAfter(now))
        .filter(session -> session.lastSeenAt().plus(settings.sessionIdleLimit()).isAfter(now))
        .flatMap(
            session ->
                users
                    .findById(session.userId())
                    .filter(user -> user.credentialEpoch() == session.credentialEpoch())
                    .map(user -> new Live(session, user)));
  }

  void end(Session session) {
    sessions.delete(session.token());
  }

  int deleteExpired() {
    Instant now = now();
    return sessions.deleteExpired(now, now.minus(settings.sessionIdleLimit()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
