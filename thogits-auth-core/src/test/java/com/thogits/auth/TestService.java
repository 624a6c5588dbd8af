package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thogits.auth.contract.CountingHasher;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.PasswordHasher;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An {@link AuthService} on stores in memory, under a clock that tests move. */
final class TestService {
  static final Duration STEP = Duration.ofSeconds(30);
  static final String PASSWORD = "correct horse battery";
  static final Client LAPTOP = Client.at("192.0.2.1");

  final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00.123Z"));
  final MemoryUserStore users = new MemoryUserStore();
  final MemorySessionStore sessions = new MemorySessionStore();
  final MemoryAttemptStore attempts = new MemoryAttemptStore();
  final CountingHasher hasher = new CountingHasher(quick(1));
  final KeyRing keys = KeyRing.generate(new SecureRandom());
  final List<AuthEvent> events = new CopyOnWriteArrayList<>();
  final AuthService auth = with(AuthSettings.DEFAULTS);
  final AuthOperator operator = builder().buildOperator();

  AuthService with(AuthSettings settings) {
    return with(settings, hasher);
  }

  AuthService with(AuthSettings settings, PasswordHasher passwordHasher) {
    return builder().settings(settings).hasher(passwordHasher).build();
  }

  AuthServiceBuilder builder() {
    return AuthService.builder(users, sessions, attempts, keys)
        .clock(clock)
        .listener(events::add)
        .hasher(hasher);
  }

  /** Real Argon2id at a cost for tests. */
  static PasswordHasher quick(int iterations) {
    return new Argon2id(
        new Argon2Parameters(8, iterations, 1),
        Argon2Parameters.STORED_HASH_LIMIT,
        new SecureRandom());
  }

  SignedIn register(String email) {
    return auth.register(email, PASSWORD, LAPTOP);
  }

  SignedIn login(String email) {
    return (SignedIn) auth.login(email, PASSWORD, LAPTOP);
  }

  TotpRequired loginPartially(String email) {
    return (TotpRequired) auth.login(email, PASSWORD, LAPTOP);
  }

  /** Signs up and turns TOTP on; the code of the step before is spent by that. */
  Enrolled enrol(String email) {
    SignedIn signedIn = register(email);
    TotpSecret secret = TotpSecret.ofBase32(auth.setupTotp(signedIn.token()).secret());
    clock.advance(STEP);
    return new Enrolled(secret, auth.confirmTotp(signedIn.token(), code(secret, -1)));
  }

  record Enrolled(TotpSecret secret, SignedIn signedIn) {}

  /** Completes a login with the present code; time moves on, so that it was not used yet. */
  SignedIn loginWithCode(String email, TotpSecret secret) {
    clock.advance(STEP);
    return auth.verifyTotp(loginPartially(email).token(), code(secret, 0), LAPTOP);
  }

  List<AuthEvent.Notice> notices() {
    return events.stream()
        .filter(AuthEvent.Noticed.class::isInstance)
        .map(event -> ((AuthEvent.Noticed) event).notice())
        .toList();
  }

  User stored(String email) {
    return users.findByEmail(Email.parse(email).orElseThrow()).orElseThrow();
  }

  /** The code that an app shows so many steps from now. */
  String code(TotpSecret secret, int steps) {
    return Totp.AUTHENTICATOR_APPS.generate(secret, clock.instant().plus(STEP.multipliedBy(steps)));
  }

  /** Six digits that are no code of the window. */
  String wrongCode(TotpSecret secret) {
    for (int candidate = 111_111; ; candidate++) {
      String code = Integer.toString(candidate);
      if (!code.equals(code(secret, -1))
          && !code.equals(code(secret, 0))
          && !code.equals(code(secret, 1))) {
        return code;
      }
    }
  }

  boolean isAlive(SessionToken token) {
    return auth.authenticate(token).isPresent();
  }

  static Client presenting(SessionToken token) {
    return new Client("192.0.2.1", "", Optional.of(token), Optional.empty());
  }

  static Client marked(DeviceToken device) {
    return new Client("192.0.2.1", "", Optional.empty(), Optional.of(device));
  }

  static void assertRefused(AuthError expected, ThrowingCallable call) {
    assertThat(refusal(call).error()).isEqualTo(expected);
  }

  static AbstractStringAssert<?> assertRefusalMessage(AuthError expected, ThrowingCallable call) {
    AuthException refused = refusal(call);
    assertThat(refused.error()).isEqualTo(expected);
    return assertThat(refused.getMessage());
  }

  static AuthException refusal(ThrowingCallable call) {
    AuthException refused = catchThrowableOfType(AuthException.class, call);
    assertThat(refused).as("refusal").isNotNull();
    return refused;
  }
}
