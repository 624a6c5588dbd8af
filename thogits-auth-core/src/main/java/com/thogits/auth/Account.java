package com.thogits.auth;

import com.thogits.auth.PasswordAttempts.Counted;
import com.thogits.auth.password.Password;
import java.util.Optional;

/** What a signed-in user does with profile and password. */
final class Account {
  private final Users users;
  private final LiveSessions live;
  private final NewSessions sessions;
  private final PasswordAttempts attempts;
  private final PasswordCheck passwordCheck;
  private final NewPasswords newPasswords;
  private final PasswordHashing hashing;

  Account(
      Users users,
      LiveSessions live,
      NewSessions sessions,
      PasswordAttempts attempts,
      PasswordCheck passwordCheck,
      NewPasswords newPasswords,
      PasswordHashing hashing) {
    this.users = users;
    this.live = live;
    this.sessions = sessions;
    this.attempts = attempts;
    this.passwordCheck = passwordCheck;
    this.newPasswords = newPasswords;
    this.hashing = hashing;
  }

  UserInfo updateProfile(Trail trail, SessionToken token, ProfileChange change) {
    User user = trail.of(live.require(token)).user();
    if (change instanceof ProfileChange.Keep) {
      return UserInfo.of(user);
    }
    String name =
        change instanceof ProfileChange.SetDisplayName set
            ? DisplayName.require(set.displayName())
            : null;
    return UserInfo.of(
        users.change(user, AuthError.NOT_AUTHENTICATED, found -> found.withDisplayName(name)));
  }

  SignedIn changePassword(Trail trail, SessionToken token, String current, String replacement) {
    LiveSession session = trail.of(live.requireOwing(token));
    live.requireFreshForChange(session);
    User user = session.user();
    try (Password password = newPasswords.require(trail, replacement, user.email())) {
      Counted counted = attempts.countConfirmation(user);
      User checked =
          passwordCheck
              .check(Optional.of(user), current, counted)
              .orElseThrow(() -> new AuthException(AuthError.INCORRECT_PASSWORD));
      if (password.isSameAs(current)) {
        throw new AuthException(
            AuthError.INVALID_REQUEST, "new_password must differ from the current one.");
      }
      String hash = hashing.hash(password);
      // A password changed by somebody else raises the epoch: only this session's own is replaced.
      User changed =
          users.change(checked, AuthError.NOT_AUTHENTICATED, found -> found.withNewPassword(hash));
      trail.notice(AuthEvent.Notice.PASSWORD_CHANGED);
      return sessions.reissue(session.session(), changed);
    }
  }
}
