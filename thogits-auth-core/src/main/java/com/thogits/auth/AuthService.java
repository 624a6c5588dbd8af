package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts with e-mail and password, sessions, and TOTP as second factor: the whole library behind
 * one door a method, in the order of the HTTP documentation.
 *
 * <p>Every limit and guarantee is kept here, whoever calls. A refusal is an {@link AuthException};
 * a store that fails is a {@link StoreException}, and then nothing was decided in the caller's
 * favour. Instances are safe for use by many threads; several instances, in several processes, may
 * share one database.
 *
 * <p>A change of password or TOTP raises the account's credential epoch in the same atomic write,
 * and a session of an earlier epoch is dead: all other sessions and unfinished logins of the
 * account end at once, everywhere (ASVS 7.4.3). The session that made the change goes on under a
 * new token with its old end.
 */
public final class AuthService {
  private final Sessions sessions;
  private final Registration registration;
  private final Login login;
  private final Account account;
  private final TwoFactor twoFactor;
  private final CodeAttempts attempts;

  AuthService(
      Sessions sessions,
      Registration registration,
      Login login,
      Account account,
      TwoFactor twoFactor,
      CodeAttempts attempts) {
    this.sessions = sessions;
    this.registration = registration;
    this.login = login;
    this.account = account;
    this.twoFactor = twoFactor;
    this.attempts = attempts;
  }

  /** Begins a service on the given stores; everything else has a default. */
  public static AuthServiceBuilder builder(
      UserStore users, SessionStore sessions, AttemptStore attempts) {
    return new AuthServiceBuilder(users, sessions, attempts);
  }

  /**
   * Creates an account and signs it in. Of several registrations of one e-mail at once, one wins.
   *
   * @param password at least {@link AuthSettings#minimumPasswordLength()} code points, at most
   *     1,024 bytes of UTF-8, any characters; NFC-normalised and otherwise taken as it is
   * @throws AuthException {@code INVALID_EMAIL}, {@code PASSWORD_TOO_SHORT}, {@code
   *     PASSWORD_TOO_LONG}, {@code EMAIL_TAKEN}
   */
  public SignedIn register(String email, String password, Client client) {
    requireNonNull(email, "email");
    requireNonNull(password, "password");
    return registration.register(email, password, requireNonNull(client, "client"));
  }

  /**
   * Checks e-mail and password: signs in, or begins a partial session if the account has TOTP.
   * Either ends the session that the client presented. A wrong password and an unknown e-mail cost
   * the same and are refused alike (ASVS 6.3.8).
   *
   * @throws AuthException {@code INVALID_CREDENTIALS}
   */
  public LoginResult login(String email, String password, Client client) {
    requireNonNull(email, "email");
    requireNonNull(password, "password");
    return login.login(email, password, requireNonNull(client, "client"));
  }

  /**
   * Ends the session on the server; its token is worth nothing from then on.
   *
   * @throws AuthException {@code NOT_AUTHENTICATED}
   */
  public void logout(SessionToken token) {
    sessions.end(sessions.require(requireNonNull(token, "token")).session());
  }

  /**
   * The account of a session.
   *
   * @throws AuthException {@code NOT_AUTHENTICATED}
   */
  public UserInfo me(SessionToken token) {
    return account.me(requireNonNull(token, "token"));
  }

  /**
   * Changes the profile. Changes made at once all succeed, one after the other.
   *
   * @throws AuthException {@code NOT_AUTHENTICATED}; {@code INVALID_REQUEST} if the display name
   *     has more than 100 code points or a control character
   */
  public UserInfo updateProfile(SessionToken token, ProfileChange change) {
    requireNonNull(token, "token");
    return account.updateProfile(token, requireNonNull(change, "change"));
  }

  /**
   * Changes the password; see the class for what becomes of the sessions. Of several changes at
   * once one wins, and the others are refused because the session they came with has ended.
   *
   * @param replacement under the rules of {@link #register}
   * @throws AuthException {@code NOT_AUTHENTICATED}, {@code INCORRECT_PASSWORD}, {@code
   *     PASSWORD_TOO_SHORT}, {@code PASSWORD_TOO_LONG}
   */
  public SignedIn changePassword(SessionToken token, String current, String replacement) {
    requireNonNull(token, "token");
    requireNonNull(current, "current");
    return account.changePassword(token, current, requireNonNull(replacement, "replacement"));
  }

  /**
   * Makes a TOTP secret that waits for {@link #confirmTotp}; an earlier pending one is void. The
   * account is not changed otherwise: logins ask for no code yet.
   *
   * @throws AuthException {@code NOT_AUTHENTICATED}, {@code TOTP_ALREADY_ENABLED}
   */
  public TotpSetup setupTotp(SessionToken token) {
    return twoFactor.setup(requireNonNull(token, "token"));
  }

  /**
   * Turns TOTP on with a first code; see the class for what becomes of the sessions. The code is
   * used up.
   *
   * @param code six ASCII digits; blanks inside and around are dropped
   * @throws AuthException {@code NOT_AUTHENTICATED}, {@code NO_PENDING_TOTP}, {@code INVALID_CODE}
   */
  public SignedIn confirmTotp(SessionToken token, String code) {
    requireNonNull(token, "token");
    return twoFactor.confirm(token, requireNonNull(code, "code"));
  }

  /**
   * Completes a login with a code. A code is accepted within one step (30 s) of drift and only if
   * its step is later than every step used before on the account, by whatever session, thread or
   * process (ASVS 6.5.1). A partial session ends with its 5th wrong code; after 100 wrong codes in
   * a row over all sessions the account's codes are locked. A malformed code costs no attempt.
   *
   * @param partial the token of {@link TotpRequired}
   * @param code as for {@link #confirmTotp}
   * @throws AuthException {@code NO_PARTIAL_SESSION}, {@code INVALID_CODE}, {@code TOTP_LOCKED}
   */
  public SignedIn verifyTotp(SessionToken partial, String code, Client client) {
    requireNonNull(partial, "partial");
    requireNonNull(code, "code");
    return twoFactor.verify(partial, code, requireNonNull(client, "client"));
  }

  /**
   * Turns TOTP off; see the class for what becomes of the sessions. If TOTP was not confirmed, no
   * code is needed, a pending set-up is forgotten, and the session goes on under its present token.
   *
   * @param code as for {@link #confirmTotp}; may be null if TOTP is not confirmed
   * @throws AuthException {@code NOT_AUTHENTICATED}, {@code INVALID_CODE}, {@code TOTP_LOCKED}
   */
  public SignedIn disableTotp(SessionToken token, @Nullable String code) {
    return twoFactor.disable(requireNonNull(token, "token"), code);
  }

  /**
   * The live session under a token: what a host asks on every request. Its use is noted, in the
   * store at most once a minute.
   *
   * @return empty if the token is unknown, its session is partial, expired, idle for too long or
   *     ended
   */
  public Optional<ActiveSession> authenticate(SessionToken token) {
    return sessions
        .authenticate(requireNonNull(token, "token"))
        .map(
            live ->
                new ActiveSession(
                    UserInfo.of(live.user()),
                    live.session().createdAt(),
                    live.session().expiresAt()));
  }

  /**
   * Whether a token's partial session is alive, so that {@link #verifyTotp} would look at a code.
   * For callers that have more to refuse than a wrong code, and want to refuse this first.
   */
  public boolean awaitsCode(SessionToken token) {
    return sessions.partial(requireNonNull(token, "token")).isPresent();
  }

  /**
   * Removes what has expired from the stores. The library starts no threads: a host calls this now
   * and then. Nothing depends on it but the stores' size.
   *
   * @return how many records were removed
   */
  public int deleteExpired() {
    return sessions.deleteExpired() + attempts.deleteExpired();
  }
}
