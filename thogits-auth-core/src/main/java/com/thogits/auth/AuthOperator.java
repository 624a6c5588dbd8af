package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.totp.Totp;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What whoever runs the service does to accounts. It asks for no session: keep it away from users.
 * It can end sessions and take factors away, and it can never set a password (ASVS 6.4.6). Made by
 * {@link AuthServiceBuilder#buildOperator}; safe for use by many threads. Every method throws
 * {@link StoreException} if a store can't do its work.
 */
public final class AuthOperator {
  private final UserStore users;
  private final SessionStore sessions;
  private final Users changes;
  private final PasswordAttempts passwordAttempts;
  private final CodeAttempts codeAttempts;
  private final TotpSecrets secrets;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random;

  AuthOperator(
      UserStore users,
      SessionStore sessions,
      PasswordAttempts passwordAttempts,
      CodeAttempts codeAttempts,
      TotpSecrets secrets,
      Audit audit,
      Clock clock,
      SecureRandom random) {
    this.users = users;
    this.sessions = sessions;
    this.changes = new Users(users);
    this.passwordAttempts = passwordAttempts;
    this.codeAttempts = codeAttempts;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
  }

  /** Finds an account by its e-mail, without regard to case. */
  public Optional<UserInfo> find(String email) {
    return Email.parse(requireNonNull(email, "email"))
        .flatMap(users::findByEmail)
        .map(UserInfo::of);
  }

  /**
   * Ends all sessions and unfinished logins of an account, everywhere and at once.
   *
   * @return false if there is no such account
   */
  public boolean endSessions(Ulid userId) {
    return change(AuthAction.OPERATOR_END_SESSIONS, userId, User::withSessionsEnded).isPresent();
  }

  /**
   * Ends all sessions of all accounts.
   *
   * @return how many there were
   */
  public int endAllSessions() {
    return audit.record(AuthAction.OPERATOR_END_SESSIONS, "", trail -> sessions.deleteAll());
  }

  /**
   * Turns TOTP off for an account that lost its second factor, and ends its sessions. Prove that it
   * is the owner who asks, as well as when TOTP was turned on (ASVS 6.4.4).
   *
   * @return false if there is no such account
   */
  public boolean disableTotp(Ulid userId) {
    Optional<User> changed =
        change(
            AuthAction.OPERATOR_DISABLE_TOTP,
            userId,
            user -> user.withChangedTotp(user.totp().disable(user.totp().newestUsedStep())));
    changed.ifPresent(codeAttempts::clear);
    return changed.isPresent();
  }

  /**
   * Forgets the wrong passwords and codes counted on an account; a lock of its codes is opened.
   *
   * @return false if there is no such account
   */
  public boolean clearAttempts(Ulid userId) {
    return audit.record(
        AuthAction.OPERATOR_CLEAR_ATTEMPTS,
        "",
        trail -> {
          Optional<User> found = users.findById(userId).map(trail::of);
          found.ifPresent(passwordAttempts::clear);
          found.ifPresent(codeAttempts::clear);
          return found.isPresent();
        });
  }

  /**
   * Ends an account's sessions and lets it do nothing after the next login but choose a new
   * password.
   *
   * @return false if there is no such account
   */
  public boolean requireNewPassword(Ulid userId) {
    return change(
            AuthAction.OPERATOR_REQUIRE_NEW_PASSWORD, userId, User::withPasswordChangeRequired)
        .isPresent();
  }

  /**
   * Removes an account with its sessions and counts.
   *
   * @return false if there is no such account
   */
  public boolean deleteAccount(Ulid userId) {
    return audit.record(
        AuthAction.OPERATOR_DELETE_ACCOUNT,
        "",
        trail -> {
          Optional<User> found = users.findById(userId).map(trail::of);
          while (found.isPresent() && !users.delete(found.get())) {
            found = users.findById(userId);
          }
          sessions.findByUser(userId).forEach(session -> sessions.delete(session.token()));
          found.ifPresent(passwordAttempts::clear);
          found.ifPresent(codeAttempts::clear);
          return found.isPresent();
        });
  }

  /**
   * Adds an account from another system.
   *
   * @return its id; empty, with nothing written, if the e-mail is taken
   * @throws AuthException {@code INVALID_EMAIL}; {@code INVALID_REQUEST} for the display name
   */
  public Optional<Ulid> importAccount(ImportedAccount account) {
    requireNonNull(account, "account");
    return audit.record(
        AuthAction.OPERATOR_IMPORT_ACCOUNT,
        "",
        trail -> {
          User user = imported(account);
          return users.insert(user) ? Optional.of(trail.of(user).id()) : Optional.empty();
        });
  }

  private User imported(ImportedAccount account) {
    Email email =
        Email.parse(account.email()).orElseThrow(() -> new AuthException(AuthError.INVALID_EMAIL));
    Ulid id = Ulid.create(clock.instant(), random);
    TotpEnrolment totp =
        account
            .totpSecret()
            .map(
                secret ->
                    TotpEnrolment.NONE.confirm(
                        secrets.seal(secret, id), Totp.NO_STEP_USED, clock.instant()))
            .orElse(TotpEnrolment.NONE);
    return new User(
        id,
        email,
        account.passwordHash().orElse(null),
        false,
        account.displayName().map(DisplayName::require).orElse(null),
        account.createdAt().truncatedTo(ChronoUnit.MILLIS),
        List.copyOf(account.oauthProviders()),
        totp,
        1,
        1);
  }

  private Optional<User> change(AuthAction action, Ulid userId, UnaryOperator<User> change) {
    return audit.record(
        action,
        "",
        trail ->
            users.findById(userId).map(trail::of).flatMap(found -> changes.change(found, change)));
  }
}
