package com.thogits.auth;

import com.thogits.auth.totp.OtpauthUri;
import com.thogits.auth.totp.QrCode;
import com.thogits.auth.totp.TotpSecret;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a signed-in user does with TOTP: set up, confirm, disable, get recovery codes. */
final class TwoFactor {
  private static final int RECOVERY_CODES = 10;
  private static final Set<Obligation> SETTING_UP = EnumSet.of(Obligation.TOTP);

  private final Users users;
  private final LiveSessions live;
  private final NewSessions sessions;
  private final CodeUse codes;
  private final CodeAttempts attempts;
  private final TotpSecrets secrets;
  private final String issuer;
  private final SecureRandom random;

  TwoFactor(
      Users users,
      LiveSessions live,
      NewSessions sessions,
      CodeUse codes,
      CodeAttempts attempts,
      TotpSecrets secrets,
      String issuer,
      SecureRandom random) {
    this.users = users;
    this.live = live;
    this.sessions = sessions;
    this.codes = codes;
    this.attempts = attempts;
    this.secrets = secrets;
    this.issuer = issuer;
    this.random = random;
  }

  TotpSetup setup(Trail trail, SessionToken token) {
    LiveSession session = trail.of(live.require(token, SETTING_UP));
    live.requireFreshForChange(session);
    User user = session.user();
    TotpSecret secret = TotpSecret.random(random);
    SealedSecret sealed = secrets.seal(secret, user.id());
    users.change(user, AuthError.NOT_AUTHENTICATED, found -> begin(found, sealed));
    String uri = new OtpauthUri(issuer, accountLabel(user), secret, CodeUse.TOTP).toUriString();
    return new TotpSetup(secret.toBase32(), uri, QrCode.png(uri));
  }

  private static User begin(User user, SealedSecret secret) {
    if (user.totp().isConfirmed()) {
      throw new AuthException(AuthError.TOTP_ALREADY_ENABLED);
    }
    return user.withTotp(user.totp().withPending(secret));
  }

  /** The label separates issuer and account by a colon, which a quoted local part may hold too. */
  private static String accountLabel(User user) {
    return user.email().address().replace(':', '_');
  }

  SignedIn confirm(Trail trail, SessionToken token, String typed) {
    LiveSession session = trail.of(live.require(token, SETTING_UP));
    User user = session.user();
    if (user.totp().pending() == null) {
      throw new AuthException(AuthError.NO_PENDING_TOTP);
    }
    String code = CodeUse.require(typed);
    User confirmed =
        users.change(user, AuthError.NOT_AUTHENTICATED, found -> codes.confirm(found, code, trail));
    trail.notice(AuthEvent.Notice.TOTP_ENABLED);
    return sessions.reissueProven(session.session(), confirmed);
  }

  SignedIn disable(Trail trail, SessionToken token, @Nullable String typed) {
    LiveSession session = trail.of(live.require(token, SETTING_UP));
    User user = session.user();
    if (!user.totp().isConfirmed()) {
      return forgetPending(token, session);
    }
    live.requireFreshForChange(session);
    if (typed == null) {
      throw new AuthException(AuthError.INVALID_CODE, "A code is needed to disable two-factor.");
    }
    Optional<RecoveryCode> recovery = RecoveryCode.parse(typed);
    User disabled =
        recovery.isPresent()
            ? disableByRecoveryCode(user, recovery.get())
            : disableByCode(user, CodeUse.require(typed), trail);
    attempts.clear(disabled);
    trail.notice(AuthEvent.Notice.TOTP_DISABLED);
    return sessions.reissue(session.session(), disabled);
  }

  private User disableByCode(User user, String code, Trail trail) {
    attempts.count(user, trail);
    return users.change(
        user, AuthError.NOT_AUTHENTICATED, found -> codes.disable(found, code, trail));
  }

  private User disableByRecoveryCode(User user, RecoveryCode code) {
    return users.change(
        user,
        AuthError.NOT_AUTHENTICATED,
        found -> {
          TotpEnrolment totp = found.totp();
          if (!totp.recoveryCodes().contains(code.hash())) {
            throw new AuthException(AuthError.INVALID_CODE);
          }
          return found.withChangedTotp(totp.disable(totp.newestUsedStep()));
        });
  }

  /** Nothing that protects the account changes, so its sessions go on as they are. */
  private SignedIn forgetPending(SessionToken token, LiveSession session) {
    User user = session.user();
    if (user.totp().pending() != null) {
      user =
          users.change(
              user,
              AuthError.NOT_AUTHENTICATED,
              found -> found.withTotp(found.totp().withPending(null)));
    }
    return sessions.unchanged(token, session.session(), user);
  }

  List<String> createRecoveryCodes(Trail trail, SessionToken token) {
    LiveSession session = trail.of(live.require(token));
    live.requireFresh(session);
    List<RecoveryCode> created =
        Stream.generate(() -> RecoveryCode.create(random)).limit(RECOVERY_CODES).toList();
    List<TokenHash> hashes = created.stream().map(RecoveryCode::hash).toList();
    users.change(
        session.user(),
        AuthError.NOT_AUTHENTICATED,
        found -> {
          if (!found.totp().isConfirmed()) {
            throw new AuthException(AuthError.TOTP_NOT_ENABLED);
          }
          return found.withTotp(found.totp().withRecoveryCodes(hashes));
        });
    trail.notice(AuthEvent.Notice.RECOVERY_CODES_CREATED);
    return created.stream().map(RecoveryCode::reveal).toList();
  }
}
