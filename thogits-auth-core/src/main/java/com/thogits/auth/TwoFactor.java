package com.thogits.auth;

import com.thogits.auth.Sessions.Live;
import com.thogits.auth.totp.OtpauthUri;
import com.thogits.auth.totp.QrCode;
import com.thogits.auth.totp.TotpSecret;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** TOTP: set up, confirm, verify at login, disable. */
final class TwoFactor {
  private final Users users;
  private final Sessions sessions;
  private final TotpCodes codes;
  private final CodeAttempts attempts;
  private final String issuer;
  private final SecureRandom random;

  TwoFactor(
      Users users,
      Sessions sessions,
      TotpCodes codes,
      CodeAttempts attempts,
      String issuer,
      SecureRandom random) {
    this.users = users;
    this.sessions = sessions;
    this.codes = codes;
    this.attempts = attempts;
    this.issuer = issuer;
    this.random = random;
  }

  TotpSetup setup(SessionToken token) {
    User user = sessions.require(token).user();
    TotpSecret secret = TotpSecret.random(random);
    users.change(user, AuthError.NOT_AUTHENTICATED, found -> begin(found, secret));
    String uri = new OtpauthUri(issuer, accountLabel(user), secret, TotpCodes.TOTP).toUriString();
    return new TotpSetup(secret.toBase32(), uri, QrCode.png(uri));
  }

  private static User begin(User user, TotpSecret secret) {
    if (user.totp().isConfirmed()) {
      throw new AuthException(AuthError.TOTP_ALREADY_ENABLED);
    }
    return user.withPendingTotp(secret);
  }

  /** The label separates issuer and account by a colon, which a quoted local part may hold too. */
  private static String accountLabel(User user) {
    return user.email().address().replace(':', '_');
  }

  SignedIn confirm(SessionToken token, String typed) {
    Live live = sessions.require(token);
    requirePending(live.user());
    String code = codes.require(typed);
    User confirmed =
        users.change(
            live.user(),
            AuthError.NOT_AUTHENTICATED,
            found -> {
              TotpSecret pending = requirePending(found);
              return found.withConfirmedTotp(
                  pending, codes.requireMatch(pending, code, found.totp()));
            });
    return sessions.reissue(live.session(), confirmed);
  }

  private static TotpSecret requirePending(User user) {
    TotpSecret pending = user.totp().pending();
    if (pending == null) {
      throw new AuthException(AuthError.NO_PENDING_TOTP);
    }
    return pending;
  }

  SignedIn verify(SessionToken token, String typed, Client client) {
    Live live = sessions.requirePartial(token);
    String code = codes.require(typed);
    int triesLeft = attempts.countOn(live.session());
    User user;
    try {
      attempts.countOn(live.user());
      user = users.change(live.user(), AuthError.NO_PARTIAL_SESSION, found -> use(found, code));
    } catch (AuthException refused) {
      if (triesLeft == 0) {
        sessions.end(live.session());
      }
      throw refused;
    }
    SignedIn signedIn = sessions.complete(live.session(), user, client);
    attempts.succeeded(user);
    return signedIn;
  }

  private User use(User user, String code) {
    TotpSecret secret = requireConfirmed(user, AuthError.NO_PARTIAL_SESSION);
    return user.withUsedStep(codes.requireMatch(secret, code, user.totp()));
  }

  SignedIn disable(SessionToken token, @Nullable String typed) {
    Live live = sessions.require(token);
    if (!live.user().totp().isConfirmed()) {
      return forgetPending(token, live);
    }
    if (typed == null) {
      throw new AuthException(AuthError.INVALID_CODE, "A code is needed to disable two-factor.");
    }
    String code = codes.require(typed);
    attempts.countOn(live.user());
    User disabled =
        users.change(
            live.user(),
            AuthError.NOT_AUTHENTICATED,
            found -> {
              TotpSecret secret = requireConfirmed(found, AuthError.NOT_AUTHENTICATED);
              return found.withoutTotp(codes.requireMatch(secret, code, found.totp()));
            });
    attempts.succeeded(disabled);
    return sessions.reissue(live.session(), disabled);
  }

  /** Nothing that protects the account changes, so its sessions go on as they are. */
  private SignedIn forgetPending(SessionToken token, Live live) {
    User user = live.user();
    if (user.totp().pending() != null) {
      user = users.change(user, AuthError.NOT_AUTHENTICATED, User::withoutPendingTotp);
    }
    return sessions.unchanged(token, live.session(), user);
  }

  private static TotpSecret requireConfirmed(User user, AuthError otherwise) {
    TotpSecret confirmed = user.totp().confirmed();
    if (confirmed == null) {
      throw new AuthException(otherwise);
    }
    return confirmed;
  }
}
