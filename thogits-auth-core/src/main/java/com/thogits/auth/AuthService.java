package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.crypto.SecretCipher;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts with e-mail and password, sessions, and TOTP as second factor: the whole library behind
 * one door a method, in the order of the HTTP documentation.
 *
 * <p>Every limit and guarantee is kept here, whoever calls. A refusal is an {@link AuthException};
 * a store that fails is a {@link StoreException}, and then nothing was decided in the caller's
 * favour; where waiting may help it is a {@link StoreUnavailableException}. That a store is gone
 * never looks like a refusal or like nobody: a session check throws too. Instances are safe for use
 * by many threads; several instances, in several processes, may share one database.
 *
 * <p>A change of password or TOTP raises the account's credential epoch in the same atomic write,
 * and a session of an earlier epoch is dead: all other sessions and unfinished logins of the
 * account end at once, everywhere (ASVS 7.4.3). The session that made the change goes on under a
 * new token with its old end.
 */
public final class AuthService {
  private final Audit audit;
  private final LiveSessions live;
  private final NewSessions sessions;
  private final Registration registration;
  private final Login login;
  private final Account account;
  private final TwoFactor twoFactor;
  private final SecondStep secondStep;
  private final Reauthentication reauthentication;
  private final SessionList sessionList;
  private final Throttle throttle;

  AuthService(
      Audit audit,
      LiveSessions live,
      NewSessions sessions,
      Registration registration,
      Login login,
      Account account,
      TwoFactor twoFactor,
      SecondStep secondStep,
      Reauthentication reauthentication,
      SessionList sessionList,
      Throttle throttle) {
    this.audit = audit;
    this.live = live;
    this.sessions = sessions;
    this.registration = registration;
    this.login = login;
    this.account = account;
    this.twoFactor = twoFactor;
    this.secondStep = secondStep;
    this.reauthentication = reauthentication;
    this.sessionList = sessionList;
    this.throttle = throttle;
  }

  /**
   * Begins a service on the given stores; everything else has a default.
   *
   * @param keys seals what must not be read off the stores; nodes that share the stores share it
   */
  public static AuthServiceBuilder builder(
      UserStore users, SessionStore sessions, AttemptStore attempts, SecretCipher keys) {
    return new AuthServiceBuilder(users, sessions, attempts, keys);
  }

  /**
   * Creates an account and signs it in. Of several registrations of one e-mail at once, one wins.
   *
   * @param password at least {@link AuthSettings#minimumPasswordLength()} code points, at most
   *     1,024 bytes of UTF-8, any characters; NFC-normalised and otherwise taken as it is
   * @throws AuthException {@code INVALID_EMAIL}, {@code PASSWORD_TOO_SHORT}, {@code
   *     PASSWORD_TOO_LONG}, {@code PASSWORD_TOO_COMMON}, {@code EMAIL_TAKEN}, {@code
   *     TOO_MANY_ATTEMPTS}, {@code OVERLOADED}
   */
  public SignedIn register(String email, String password, Client client) {
    requireNonNull(email, "email");
    requireNonNull(password, "password");
    requireNonNull(client, "client");
    return audit.record(
        AuthAction.REGISTER,
        client.address(),
        trail -> registration.register(trail, email, password, client));
  }

  /**
   * Checks e-mail and password: signs in, or begins a partial session if the account has TOTP.
   * Either ends the session that the client presented. A wrong password and an unknown e-mail cost
   * the same and are refused alike (ASVS 6.3.8).
   *
   * <p>Attempts are counted before they are checked, on the account and on the client's address;
   * see {@link AttemptLimits}. While an account waits, a right password is refused like a wrong
   * one. A client with a device token of the account has a count of its own.
   *
   * @throws AuthException {@code INVALID_CREDENTIALS}, {@code TOO_MANY_ATTEMPTS}, {@code
   *     OVERLOADED}
   */
  public LoginResult login(String email, String password, Client client) {
    requireNonNull(email, "email");
    requireNonNull(password, "password");
    requireNonNull(client, "client");
    return audit.record(
        AuthAction.LOGIN, client.address(), trail -> login.login(trail, email, password, client));
  }

  /**
   * Ends the session on the server; its token is worth nothing from then on, nor is one that the
   * session gets at this moment.
   *
   * @throws AuthException {@code NOT_AUTHENTICATED}
   */
  public void logout(SessionToken token) {
    requireNonNull(token, "token");
    audit.record(
        AuthAction.LOGOUT,
        "",
        trail -> sessions.endUnderAnyToken(trail.of(live.requireOwing(token)).session()));
  }

  /**
   * The account of a session.
   *
   * @throws AuthException as {@link #session} does
   */
  public UserInfo me(SessionToken token) {
    return session(token).user();
  }

  /**
   * Changes the profile. Changes made at once all succeed, one after the other.
   *
   * @throws AuthException as {@link #session} does; {@code INVALID_REQUEST} if the display name has
   *     more than 100 code points or a control character
   */
  public UserInfo updateProfile(SessionToken token, ProfileChange change) {
    requireNonNull(token, "token");
    requireNonNull(change, "change");
    return audit.record(
        AuthAction.UPDATE_PROFILE, "", trail -> account.updateProfile(trail, token, change));
  }

  /**
   * Changes the password; see the class for what becomes of the sessions. Of several changes at
   * once one wins, and the others are refused because the session they came with has ended.
   *
   * @param replacement under the rules of {@link #register}, and not the current one
   * @throws AuthException {@code NOT_AUTHENTICATED}, {@code INCORRECT_PASSWORD}, {@code
   *     PASSWORD_TOO_SHORT}, {@code PASSWORD_TOO_LONG}, {@code PASSWORD_TOO_COMMON}, {@code
   *     INVALID_REQUEST} for the current one, {@code TOO_MANY_ATTEMPTS}, {@code OVERLOADED}; {@code
   *     REAUTHENTICATION_REQUIRED} if the settings ask for it
   */
  public SignedIn changePassword(SessionToken token, String current, String replacement) {
    requireNonNull(token, "token");
    requireNonNull(current, "current");
    requireNonNull(replacement, "replacement");
    return audit.record(
        AuthAction.CHANGE_PASSWORD,
        "",
        trail -> account.changePassword(trail, token, current, replacement));
  }

  /**
   * Makes a TOTP secret that waits for {@link #confirmTotp}; an earlier pending one is void. The
   * account is not changed otherwise: logins ask for no code yet.
   *
   * @throws AuthException {@code NOT_AUTHENTICATED}, {@code PASSWORD_CHANGE_REQUIRED}, {@code
   *     TOTP_ALREADY_ENABLED}; {@code REAUTHENTICATION_REQUIRED} if the settings ask for it
   */
  public TotpSetup setupTotp(SessionToken token) {
    requireNonNull(token, "token");
    return audit.record(AuthAction.SETUP_TOTP, "", trail -> twoFactor.setup(trail, token));
  }

  /**
   * Turns TOTP on with a first code; see the class for what becomes of the sessions. The code is
   * used up.
   *
   * @param code six ASCII digits; blanks inside and around are dropped
   * @throws AuthException {@code NOT_AUTHENTICATED}, {@code PASSWORD_CHANGE_REQUIRED}, {@code
   *     NO_PENDING_TOTP}, {@code INVALID_CODE}
   */
  public SignedIn confirmTotp(SessionToken token, String code) {
    requireNonNull(token, "token");
    requireNonNull(code, "code");
    return audit.record(
        AuthAction.CONFIRM_TOTP, "", trail -> twoFactor.confirm(trail, token, code));
  }

  /**
   * Completes a login with a code. A code is accepted within one step (30 s) of drift and only if
   * its step is later than every step used before on the account, by whatever session, thread or
   * process (ASVS 6.5.1). Codes are counted before they are checked; see {@link AttemptLimits}. A
   * malformed code costs no attempt.
   *
   * @param partial the token of {@link TotpRequired}
   * @param code as for {@link #confirmTotp}
   * @throws AuthException {@code NO_PARTIAL_SESSION}, {@code INVALID_CODE}, {@code
   *     TOO_MANY_ATTEMPTS}, {@code TOTP_LOCKED}
   */
  public SignedIn verifyTotp(SessionToken partial, String code, Client client) {
    requireNonNull(partial, "partial");
    requireNonNull(code, "code");
    requireNonNull(client, "client");
    return audit.record(
        AuthAction.VERIFY_TOTP,
        client.address(),
        trail -> secondStep.verify(trail, partial, code, client));
  }

  /**
   * Turns TOTP off; see the class for what becomes of the sessions. If TOTP was not confirmed, no
   * code is needed, a pending set-up is forgotten, and the session goes on under its present token.
   *
   * @param code as for {@link #confirmTotp}, or a recovery code; may be null if TOTP is not
   *     confirmed
   * @throws AuthException {@code NOT_AUTHENTICATED}, {@code PASSWORD_CHANGE_REQUIRED}, {@code
   *     INVALID_CODE}, {@code TOO_MANY_ATTEMPTS}, {@code TOTP_LOCKED}; {@code
   *     REAUTHENTICATION_REQUIRED} if the settings ask for it
   */
  public SignedIn disableTotp(SessionToken token, @Nullable String code) {
    requireNonNull(token, "token");
    return audit.record(
        AuthAction.DISABLE_TOTP, "", trail -> twoFactor.disable(trail, token, code));
  }

  /**
   * Makes ten recovery codes, of which each stands in for a TOTP code once, in any order; earlier
   * ones are void. They are told only here.
   *
   * @throws AuthException as {@link #session} does; {@code REAUTHENTICATION_REQUIRED} if the
   *     session is not fresh, {@code TOTP_NOT_ENABLED}
   */
  public List<String> createRecoveryCodes(SessionToken token) {
    requireNonNull(token, "token");
    return audit.record(
        AuthAction.CREATE_RECOVERY_CODES, "", trail -> twoFactor.createRecoveryCodes(trail, token));
  }

  /**
   * Completes a login with a recovery code, which is spent, and opens a lock of the account's TOTP
   * codes. Of several uses of one recovery code at once, one wins.
   *
   * @param partial the token of {@link TotpRequired}
   * @param code blanks, hyphens and case do not matter; a malformed one costs no attempt
   * @throws AuthException {@code NO_PARTIAL_SESSION}, {@code INVALID_CODE}
   */
  public SignedIn verifyRecoveryCode(SessionToken partial, String code, Client client) {
    requireNonNull(partial, "partial");
    requireNonNull(code, "code");
    requireNonNull(client, "client");
    return audit.record(
        AuthAction.VERIFY_RECOVERY_CODE,
        client.address(),
        trail -> secondStep.verifyRecoveryCode(trail, partial, code, client));
  }

  /**
   * Proves again who holds the session, which is fresh from then on for as long as {@link
   * AuthSettings#freshness()} says and goes on under a new token with its old end. Open also to an
   * account that owes a new password or TOTP, since setting those right may ask for a fresh
   * session.
   *
   * @param code a TOTP code; needed if TOTP is confirmed, otherwise null or ignored
   * @throws AuthException {@code NOT_AUTHENTICATED}, {@code INCORRECT_PASSWORD}, {@code
   *     INVALID_CODE}, {@code TOO_MANY_ATTEMPTS}, {@code TOTP_LOCKED}, {@code OVERLOADED}
   */
  public SignedIn reauthenticate(SessionToken token, String password, @Nullable String code) {
    requireNonNull(token, "token");
    requireNonNull(password, "password");
    return audit.record(
        AuthAction.REAUTHENTICATE,
        "",
        trail -> reauthentication.reauthenticate(trail, token, password, code));
  }

  /**
   * The live sessions of the account, in the order of their logins; unfinished logins are not among
   * them.
   *
   * @throws AuthException as {@link #session} does
   */
  public List<SessionInfo> sessions(SessionToken token) {
    requireNonNull(token, "token");
    return audit.check(AuthAction.PRESENT_SESSION, trail -> sessionList.list(trail, token));
  }

  /**
   * Ends one session of the account, which may be the one that asks.
   *
   * @throws AuthException as {@link #session} does; {@code NOT_FOUND} if the account has no such
   *     live session
   */
  public void endSession(SessionToken token, Ulid id) {
    requireNonNull(token, "token");
    requireNonNull(id, "id");
    audit.record(
        AuthAction.END_SESSION,
        "",
        trail -> {
          sessionList.end(trail, token, id);
          return id;
        });
  }

  /**
   * Ends every other session and every unfinished login of the account in one write. The session
   * that asks goes on under a new token with its old end.
   *
   * @throws AuthException as {@link #session} does
   */
  public SignedIn endOtherSessions(SessionToken token) {
    requireNonNull(token, "token");
    return audit.record(
        AuthAction.END_OTHER_SESSIONS, "", trail -> sessionList.endOthers(trail, token));
  }

  /**
   * The live session under a token: what a host asks on every request. Its use is noted, in the
   * store at most once a minute.
   *
   * @throws AuthException {@code NOT_AUTHENTICATED} if the token is unknown, its session is
   *     partial, expired, idle for too long or ended; {@code PASSWORD_CHANGE_REQUIRED} or {@code
   *     TOTP_REQUIRED} if the account has to see to that first
   */
  public ActiveSession session(SessionToken token) {
    requireNonNull(token, "token");
    return ActiveSession.of(
        audit.check(AuthAction.PRESENT_SESSION, trail -> trail.of(live.require(token))));
  }

  /**
   * The same as {@link #session}, with nobody instead of a refusal.
   *
   * @throws StoreException if a store fails: that is not nobody
   */
  public Optional<ActiveSession> authenticate(SessionToken token) {
    try {
      return Optional.of(session(token));
    } catch (AuthException nobody) {
      return Optional.empty();
    }
  }

  /** Whether a live session of full standing is under the token, whatever its account owes. */
  public boolean isSignedIn(SessionToken token) {
    requireNonNull(token, "token");
    return audit.check(AuthAction.PRESENT_SESSION, trail -> live.find(token).isPresent());
  }

  /** Whether a live login is under the token that waits for its code. */
  public boolean awaitsCode(SessionToken token) {
    requireNonNull(token, "token");
    return audit.check(AuthAction.PRESENT_SESSION, trail -> live.findPartial(token).isPresent());
  }

  /**
   * Tells the listener of a request that an adapter refused by itself: the audit trail should hold
   * it too (ASVS 16.3.2, 16.3.3). It changes nothing.
   *
   * @param code what the client was told, in lower snake case, at most 64 characters
   * @throws IllegalArgumentException if {@code code} is anything else
   */
  public void reportRefusedRequest(String code, Client client) {
    requireNonNull(client, "client");
    if (!requireNonNull(code, "code").matches("[a-z][a-z0-9_]{0,63}")) {
      throw new IllegalArgumentException("code must be in lower snake case");
    }
    audit.requestRefused(code, client.address());
  }

  /**
   * Removes what has expired from the stores. The library has no thread that would do it: a host
   * calls this now and then. Nothing depends on it but the stores' size.
   *
   * @return how many records were removed
   */
  public int deleteExpired() {
    return live.deleteExpired() + throttle.deleteExpired();
  }
}
