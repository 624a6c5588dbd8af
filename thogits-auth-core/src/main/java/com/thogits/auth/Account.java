package com.thogits.auth;

import com.thogits.auth.Sessions.Live;
import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.util.Optional;

/** What a signed-in user does with the account. */
final class Account {
  private final Users users;
  private final Sessions sessions;
  private final PasswordCheck passwordCheck;
  private final NewPasswords newPasswords;
  private final PasswordHasher hasher;

  Account(
      Users users,
      Sessions sessions,
      PasswordCheck passwordCheck,
      NewPasswords newPasswords,
      PasswordHasher hasher) {
    this.users = users;
    this.sessions = sessions;
    this.passwordCheck = passwordCheck;
    this.newPasswords = newPasswords;
    this.hasher = hasher;
  }

  UserInfo me(SessionToken token) {
    return UserInfo.of(sessions.require(token).user());
  }

  UserInfo updateProfile(SessionToken token, ProfileChange change) {
    User user = sessions.require(token).user();
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

  SignedIn changePassword(SessionToken token, String current, String replacement) {
    Live live = sessions.require(token);
    try (Password password = newPasswords.require(replacement)) {
      User checked =
          passwordCheck
              .check(Optional.of(live.user()), current)
              .orElseThrow(() -> new AuthException(AuthError.INCORRECT_PASSWORD));
      String hash = hasher.hash(password);
      // A password changed by somebody else raises the epoch: only this session's own is replaced.
      User changed =
          users.change(checked, AuthError.NOT_AUTHENTICATED, found -> found.withNewPassword(hash));
      return sessions.reissue(live.session(), changed);
    }
  }
}
