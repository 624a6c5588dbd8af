package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.PasswordHasher;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Puts an {@link AuthService} together. Time and randomness come in here and nowhere else. */
public final class AuthServiceBuilder {
  private final UserStore users;
  private final SessionStore sessions;
  private final AttemptStore attempts;
  private AuthSettings settings = AuthSettings.DEFAULTS;
  private Clock clock = Clock.systemUTC();
  private @Nullable SecureRandom random;
  private @Nullable PasswordHasher hasher;

  AuthServiceBuilder(UserStore users, SessionStore sessions, AttemptStore attempts) {
    this.users = requireNonNull(users, "users");
    this.sessions = requireNonNull(sessions, "sessions");
    this.attempts = requireNonNull(attempts, "attempts");
  }

  /** What the host chooses; {@link AuthSettings#DEFAULTS} otherwise. */
  public AuthServiceBuilder settings(AuthSettings value) {
    this.settings = requireNonNull(value, "settings");
    return this;
  }

  /** The only source of time; the system's clock otherwise. */
  public AuthServiceBuilder clock(Clock value) {
    this.clock = requireNonNull(value, "clock");
    return this;
  }

  /** The source of tokens, secrets and identifiers; a new {@link SecureRandom} otherwise. */
  public AuthServiceBuilder random(SecureRandom value) {
    this.random = requireNonNull(value, "random");
    return this;
  }

  /** How passwords are hashed; {@link Argon2id} with OWASP's parameters otherwise. */
  public AuthServiceBuilder hasher(PasswordHasher value) {
    this.hasher = requireNonNull(value, "hasher");
    return this;
  }

  /** The service. */
  public AuthService build() {
    SecureRandom secure = random == null ? new SecureRandom() : random;
    PasswordHasher passwords = hasher == null ? new Argon2id(secure) : hasher;
    Sessions live = new Sessions(sessions, users, settings, clock, secure);
    Users accounts = new Users(users);
    PasswordCheck passwordCheck = new PasswordCheck(users, passwords);
    NewPasswords newPasswords = new NewPasswords(settings);
    CodeAttempts codeAttempts = new CodeAttempts(attempts, settings, clock);
    return new AuthService(
        live,
        new Registration(users, live, newPasswords, passwords, clock, secure),
        new Login(users, live, passwordCheck),
        new Account(accounts, live, passwordCheck, newPasswords, passwords),
        new TwoFactor(
            accounts, live, new TotpCodes(clock), codeAttempts, settings.issuer(), secure),
        codeAttempts);
  }
}
