package com.thogits.auth;

import com.thogits.auth.Session.Standing;
import java.util.List;

/** A user's sessions in the user's own hands. */
final class SessionList {
  private final Users users;
  private final LiveSessions live;
  private final NewSessions sessions;

  SessionList(Users users, LiveSessions live, NewSessions sessions) {
    this.users = users;
    this.live = live;
    this.sessions = sessions;
  }

  List<SessionInfo> list(Trail trail, SessionToken token) {
    LiveSession asking = trail.of(live.require(token));
    return live.of(asking.user(), Standing.FULL).stream()
        .map(session -> SessionInfo.of(session, asking.session()))
        .toList();
  }

  void end(Trail trail, SessionToken token, Ulid id) {
    LiveSession asking = trail.of(live.require(token));
    Session found =
        live.of(asking.user(), Standing.FULL).stream()
            .filter(session -> session.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new AuthException(AuthError.NOT_FOUND));
    if (!sessions.endUnderAnyToken(found)) {
      throw new AuthException(AuthError.NOT_FOUND);
    }
  }

  SignedIn endOthers(Trail trail, SessionToken token) {
    LiveSession asking = trail.of(live.require(token));
    User user = users.change(asking.user(), AuthError.NOT_AUTHENTICATED, User::withSessionsEnded);
    return sessions.reissue(asking.session(), user);
  }
}
