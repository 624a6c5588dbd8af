package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.crypto.SecretCipher;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.BoundedHasher;
import com.thogits.auth.password.BreachedPasswords;
import com.thogits.auth.password.HashingCapacity;
import com.thogits.auth.password.PasswordHasher;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Puts an {@link AuthService} together. Time and randomness come in here and nowhere else. */
public final class AuthServiceBuilder {
  private static final int WAITING_PER_PERMIT = 100;
  private static final Duration LONGEST_WAIT_TO_HASH = Duration.ofSeconds(5);

  private final UserStore users;
  private final SessionStore sessions;
  private final AttemptStore attempts;
  private final SecretCipher keys;
  private AuthSettings settings = AuthSettings.DEFAULTS;
  private Clock clock = Clock.systemUTC();
  private AuthListener listener = event -> {};
  private BreachedPasswords breachedPasswords = password -> false;
  private @Nullable SecureRandom random;
  private @Nullable PasswordHasher hasher;

  AuthServiceBuilder(
      UserStore users, SessionStore sessions, AttemptStore attempts, SecretCipher keys) {
    this.users = requireNonNull(users, "users");
    this.sessions = requireNonNull(sessions, "sessions");
    this.attempts = requireNonNull(attempts, "attempts");
    this.keys = requireNonNull(keys, "keys");
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

  /**
   * How passwords are hashed; {@link Argon2id} with OWASP's parameters otherwise. Unless it is a
   * {@link BoundedHasher} of one's own, it is bounded to one hash a processor, as far as half of
   * the memory beside the heap allows for OWASP's parameters, with 100 waiting for each, 5 s at
   * most, and runs on threads of the {@link BoundedHasher}.
   */
  public AuthServiceBuilder hasher(PasswordHasher value) {
    this.hasher = requireNonNull(value, "hasher");
    return this;
  }

  /** Hears of everything that happens; nobody otherwise. */
  public AuthServiceBuilder listener(AuthListener value) {
    this.listener = requireNonNull(value, "listener");
    return this;
  }

  /**
   * Knows passwords from breaches, beside the bundled list of common ones. If it fails, passwords
   * are let through and the listener is told.
   */
  public AuthServiceBuilder breachedPasswords(BreachedPasswords value) {
    this.breachedPasswords = requireNonNull(value, "breachedPasswords");
    return this;
  }

  /** The service. */
  public AuthService build() {
    Parts parts = new Parts();
    UserStore store = users;
    Users changes = new Users(store);
    KnownDevices devices = new KnownDevices(keys);
    LiveSessions live = new LiveSessions(sessions, store, settings, parts.clock);
    NewSessions begun =
        new NewSessions(sessions, live, devices, settings, parts.clock, parts.random);
    PasswordHashing hashing =
        new PasswordHashing(bounded(hasher == null ? new Argon2id(parts.random) : hasher));
    PasswordCheck check = new PasswordCheck(store, hashing);
    NewPasswords newPasswords = new NewPasswords(settings, breachedPasswords);
    CodeUse codes = new CodeUse(parts.secrets, parts.clock);
    return new AuthService(
        parts.audit,
        live,
        begun,
        new Registration(
            store, begun, parts.passwordAttempts, newPasswords, hashing, parts.clock, parts.random),
        new Login(store, begun, parts.passwordAttempts, check),
        new Account(changes, live, begun, parts.passwordAttempts, check, newPasswords, hashing),
        new TwoFactor(
            changes,
            live,
            begun,
            codes,
            parts.codeAttempts,
            parts.secrets,
            settings.issuer(),
            parts.random),
        new SecondStep(changes, live, begun, codes, parts.codeAttempts),
        new Reauthentication(
            changes, live, begun, parts.passwordAttempts, check, parts.codeAttempts, codes),
        new SessionList(changes, live, begun),
        parts.throttle);
  }

  /** The operator's side of the same accounts. */
  public AuthOperator buildOperator() {
    Parts parts = new Parts();
    return new AuthOperator(
        users,
        sessions,
        parts.passwordAttempts,
        parts.codeAttempts,
        parts.secrets,
        parts.audit,
        parts.clock,
        parts.random);
  }

  private static BoundedHasher bounded(PasswordHasher hasher) {
    if (hasher instanceof BoundedHasher bounded) {
      return bounded;
    }
    int permits = HashingCapacity.ofThisProcess().permits(Argon2Parameters.OWASP);
    return new BoundedHasher(hasher, permits, WAITING_PER_PERMIT * permits, LONGEST_WAIT_TO_HASH);
  }

  /** What the service and the operator's side have in common. */
  private final class Parts {
    private final SecureRandom random =
        AuthServiceBuilder.this.random == null
            ? new SecureRandom()
            : AuthServiceBuilder.this.random;

    /** Stores keep milliseconds, so nobody sees more. */
    private final Clock clock = Clock.tick(AuthServiceBuilder.this.clock, Duration.ofMillis(1));

    private final Audit audit = new Audit(listener, clock);
    private final Throttle throttle = new Throttle(attempts, clock);
    private final TotpSecrets secrets = new TotpSecrets(keys);
    private final PasswordAttempts passwordAttempts =
        new PasswordAttempts(throttle, new KnownDevices(keys), settings.limits());
    private final CodeAttempts codeAttempts = new CodeAttempts(throttle, settings);
  }
}
