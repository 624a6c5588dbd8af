package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thogits.auth.contract.SettableClock;
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
import java.util.Optional;
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
  final AuthService auth = with(AuthSettings.DEFAULTS);

  AuthService with(AuthSettings settings) {
    return with(settings, hasher);
  }

  AuthService with(AuthSettings settings, PasswordHasher passwordHasher) {
    return AuthService.builder(users, sessions, attempts)
        .settings(settings)
        .clock(clock)
        .hasher(passwordHasher)
        .build();
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
    return new Client("192.0.2.1", "", Optional.of(token));
  }

  static void assertRefused(AuthError expected, ThrowingCallable call) {
    assertThat(refusal(call).error()).isEqualTo(expected);
  }

  static AbstractStringAssert<?> assertRefusalMessage(AuthError expected, ThrowingCallable call) {
    AuthException refused = refusal(call);
    assertThat(refused.error()).isEqualTo(expected);
    return assertThat(refused.getMessage());
  }

  private static AuthException refusal(ThrowingCallable call) {
    AuthException refused = catchThrowableOfType(AuthException.class, call);
    assertThat(refused).as("refusal").isNotNull();
    return refused;
  }
}
