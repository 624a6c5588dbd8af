package com.thogits.auth;

import com.thogits.auth.PasswordAttempts.Counted;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the user of a session prove again who it is. */
final class Reauthentication {
  private final Users users;
  private final LiveSessions live;
  private final NewSessions sessions;
  private final PasswordAttempts passwordAttempts;
  private final PasswordCheck passwordCheck;
  private final CodeAttempts codeAttempts;
  private final CodeUse codes;

  Reauthentication(
      Users users,
      LiveSessions live,
      NewSessions sessions,
      PasswordAttempts passwordAttempts,
      PasswordCheck passwordCheck,
      CodeAttempts codeAttempts,
      CodeUse codes) {
    this.users = users;
    this.live = live;
    this.sessions = sessions;
    this.passwordAttempts = passwordAttempts;
    this.passwordCheck = passwordCheck;
    this.codeAttempts = codeAttempts;
    this.codes = codes;
  }

  SignedIn reauthenticate(
      Trail trail, SessionToken token, String password, @Nullable String typed) {
    LiveSession session = trail.of(live.requireOwing(token));
    User user = session.user();
    Counted counted = passwordAttempts.countConfirmation(user);
    User checked =
        passwordCheck
            .check(Optional.of(user), password, counted)
            .orElseThrow(() -> new AuthException(AuthError.INCORRECT_PASSWORD));
    return sessions.reissueProven(session.session(), withCode(trail, checked, typed));
  }

  private User withCode(Trail trail, User user, @Nullable String typed) {
    if (!user.totp().isConfirmed()) {
      return user;
    }
    if (typed == null) {
      throw new AuthException(AuthError.INVALID_CODE, "A code is needed too.");
    }
    String code = CodeUse.require(typed);
    codeAttempts.count(user, trail);
    User used =
        users.change(
            user,
            AuthError.NOT_AUTHENTICATED,
            found -> codes.use(found, code, AuthError.NOT_AUTHENTICATED, trail));
    codeAttempts.clear(used);
    return used;
  }
}
