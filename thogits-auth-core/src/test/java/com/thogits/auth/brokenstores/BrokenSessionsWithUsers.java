package com.thogits.auth.brokenstores;

import com.thogits.auth.Session.Standing;
import com.thogits.auth.SessionStore;
import com.thogits.auth.SessionWithUser;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores of sessions that find a session and its user in a way of their own, and wrongly. */
final class BrokenSessionsWithUsers {
  private BrokenSessionsWithUsers() {}

  static Stream<Defect<SessionStore>> all() {
    return Stream.of(answers(), memories()).flatMap(defects -> defects);
  }

  private static Stream<Defect<SessionStore>> answers() {
    return Stream.of(
        new Defect<>(
            "findWithUser answers the epoch of the user for that of the session",
            finding(
                found ->
                    Optional.of(
                        new SessionWithUser(
                            Components.with(
                                found.session(), "credentialEpoch", found.user().credentialEpoch()),
                            found.user())))),
        new Defect<>(
            "findWithUser hides what expired",
            finding(
                found ->
                    Optional.of(found)
                        .filter(
                            any ->
                                any.session().expiresAt().isAfter(Clock.systemUTC().instant())))),
        new Defect<>(
            "findWithUser hides partial sessions",
            finding(
                found ->
                    Optional.of(found).filter(any -> any.session().standing() == Standing.FULL))),
        new Defect<>(
            "findWithUser hides a session of another epoch than its user's",
            finding(
                found ->
                    Optional.of(found)
                        .filter(
                            any ->
                                any.session().credentialEpoch() == any.user().credentialEpoch()))),
        new Defect<>(
            "findWithUser throws where the user is not there",
            () ->
                new SessionTable() {
                  @Override
                  public Optional<SessionWithUser> findWithUser(TokenHash token, UserStore users) {
                    return find(token)
                        .map(
                            session ->
                                new SessionWithUser(
                                    session, users.findById(session.userId()).orElseThrow()));
                  }
                }),
        new Defect<>(
            "findWithUser reads the user before the session",
            () ->
                new SessionTable() {
                  @Override
                  public Optional<SessionWithUser> findWithUser(TokenHash token, UserStore users) {
                    Optional<User> user =
                        find(token).flatMap(session -> users.findById(session.userId()));
                    gap.pass();
                    return user.flatMap(
                        earlier ->
                            find(token).map(session -> new SessionWithUser(session, earlier)));
                  }
                }));
  }

  private static Stream<Defect<SessionStore>> memories() {
    return Stream.of(
        new Defect<>(
            "findWithUser remembers the user",
            () ->
                new SessionTable() {
                  private final Map<Ulid, User> found = new ConcurrentHashMap<>();

                  @Override
                  public Optional<SessionWithUser> findWithUser(TokenHash token, UserStore users) {
                    super.findWithUser(token, users)
                        .ifPresent(seen -> found.putIfAbsent(seen.user().id(), seen.user()));
                    return find(token)
                        .filter(session -> found.containsKey(session.userId()))
                        .map(session -> new SessionWithUser(session, found.get(session.userId())));
                  }
                }),
        new Defect<>(
            "findWithUser remembers the session",
            () ->
                new SessionTable() {
                  private final Map<TokenHash, SessionWithUser> found = new ConcurrentHashMap<>();

                  @Override
                  public Optional<SessionWithUser> findWithUser(TokenHash token, UserStore users) {
                    super.findWithUser(token, users)
                        .ifPresent(
                            seen ->
                                found.merge(
                                    token,
                                    seen,
                                    (first, now) ->
                                        new SessionWithUser(first.session(), now.user())));
                    return Optional.ofNullable(found.get(token))
                        .filter(seen -> users.findById(seen.user().id()).isPresent());
                  }
                }),
        new Defect<>(
            "findWithUser stays with the users that it was given first",
            () ->
                new SessionTable() {
                  private @Nullable UserStore first;

                  @Override
                  public Optional<SessionWithUser> findWithUser(TokenHash token, UserStore users) {
                    if (first == null) {
                      first = users;
                    }
                    return super.findWithUser(token, first);
                  }
                }));
  }

  /** What becomes of what would be answered. */
  private interface Answer {
    Optional<SessionWithUser> of(SessionWithUser found);
  }

  private static Supplier<SessionStore> finding(Answer answer) {
    return () ->
        new SessionTable() {
          @Override
          public Optional<SessionWithUser> findWithUser(TokenHash token, UserStore users) {
            return super.findWithUser(token, users).flatMap(answer::of);
          }
        };
  }
}
