package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.password.BoundedHasher;
import com.thogits.auth.password.HashingOverloadedException;
import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One password is hashed at a time, none can wait for long, and the one that is hashed takes its
 * time.
 */
@Timeout(60)
class OverloadTest {
  private static final String EMAIL = "user@example.com";

  private final TestService service = new TestService();
  private final Gate gate = new Gate(TestService.quick(1));
  private BoundedHasher bounded = new BoundedHasher(gate, 1, 0, Duration.ofSeconds(3));
  private AuthService auth = service.with(AuthSettings.DEFAULTS, bounded);
  private final ExecutorService another = Executors.newSingleThreadExecutor();
  private SignedIn signedIn;

  @BeforeEach
  void register() {
    signedIn = service.register(EMAIL);
  }

  @AfterEach
  void stop() {
    gate.open();
    another.shutdownNow();
  }

  private Future<LoginResult> occupy() throws InterruptedException {
    gate.close();
    Future<LoginResult> slow = another.submit(() -> auth.login(EMAIL, PASSWORD, LAPTOP));
    gate.awaitSomebody();
    return slow;
  }

  @Test
  void whoComesTooManyIsToldWhenToComeBack() throws Exception {
    Future<LoginResult> slow = occupy();

    AuthException refused =
        TestService.refusal(() -> auth.login("other@example.com", PASSWORD, LAPTOP));

    assertThat(refused.error()).isEqualTo(AuthError.OVERLOADED);
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(3));
    assertRefused(AuthError.OVERLOADED, () -> auth.register("new@example.com", PASSWORD, LAPTOP));
    assertRefused(
        AuthError.OVERLOADED,
        () -> auth.changePassword(signedIn.token(), PASSWORD, "another good one"));
    assertRefused(
        AuthError.OVERLOADED, () -> auth.reauthenticate(signedIn.token(), PASSWORD, null));
    gate.open();
    assertThat(slow.get(30, TimeUnit.SECONDS)).isInstanceOf(SignedIn.class);
    assertThat(auth.register("new@example.com", PASSWORD, LAPTOP)).isNotNull();
  }

  @Test
  void whoFindsNoPlaceIsSentAwayBeforeAnythingIsLookedUp() throws Exception {
    StoreUnavailableException gone = new StoreUnavailableException("gone");
    Breakable<UserStore> users = new Breakable<>(UserStore.class, service.users, gone);
    Breakable<AttemptStore> attempts = new Breakable<>(AttemptStore.class, service.attempts, gone);
    AuthService overBrokenStores =
        AuthService.builder(users.face, service.sessions, attempts.face, service.keys)
            .hasher(bounded)
            .build();
    Future<LoginResult> slow = occupy();
    users.breakDown();
    attempts.breakDown();

    assertRefused(AuthError.OVERLOADED, () -> overBrokenStores.login(EMAIL, "wrong guess", LAPTOP));
    assertRefused(
        AuthError.OVERLOADED, () -> overBrokenStores.register("new@example.com", PASSWORD, LAPTOP));
    gate.open();
    slow.get(30, TimeUnit.SECONDS);
    assertThatThrownBy(() -> overBrokenStores.login(EMAIL, PASSWORD, LAPTOP)).isSameAs(gone);
  }

  @Test
  void whoFindsNoPlaceIsNotCounted() throws Exception {
    countsAsNoAttempt();
  }

  @Test
  void whoWaitsTooLongIsNotCounted() throws Exception {
    bounded = new BoundedHasher(gate, 1, 1, Duration.ofNanos(1));
    auth = service.with(AuthSettings.DEFAULTS, bounded);
    countsAsNoAttempt();
  }

  private void countsAsNoAttempt() throws Exception {
    Future<LoginResult> slow = occupy();
    for (int tries = 1; tries <= 200; tries++) {
      assertRefused(AuthError.OVERLOADED, () -> auth.login(EMAIL, "wrong guess", LAPTOP));
      assertRefused(
          AuthError.OVERLOADED,
          () -> auth.changePassword(signedIn.token(), "wrong guess", "another good one"));
    }
    gate.open();
    slow.get(30, TimeUnit.SECONDS);

    for (int tries = 1; tries <= 10; tries++) {
      assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, "wrong guess", LAPTOP));
      assertRefused(
          AuthError.INCORRECT_PASSWORD,
          () -> auth.changePassword(signedIn.token(), "wrong guess", "another good one"));
    }
    assertRefused(AuthError.TOO_MANY_ATTEMPTS, () -> auth.login(EMAIL, PASSWORD, LAPTOP));
  }

  @Test
  void aHashThatCannotBeRenewedNowKeepsNobodyOut() {
    AuthService busy =
        service.with(
            AuthSettings.DEFAULTS,
            new PasswordHasher() {
              private final PasswordHasher costlier = TestService.quick(2);

              @Override
              public String hash(Password password) {
                throw new HashingOverloadedException("busy", Duration.ofSeconds(1));
              }

              @Override
              public boolean verify(Password password, String encodedHash) {
                return costlier.verify(password, encodedHash);
              }

              @Override
              public boolean needsRehash(String encodedHash) {
                return costlier.needsRehash(encodedHash);
              }

              @Override
              public String unmatchable() {
                return costlier.unmatchable();
              }
            });

    assertThat(busy.login(EMAIL, PASSWORD, LAPTOP)).isInstanceOf(SignedIn.class);
    assertThat(service.stored(EMAIL).passwordHash()).contains("t=1");
  }

  /** Hashes while it is open. */
  private static final class Gate implements PasswordHasher {
    private final PasswordHasher hasher;
    private final CountDownLatch somebody = new CountDownLatch(1);
    private volatile CountDownLatch opened = new CountDownLatch(0);

    Gate(PasswordHasher hasher) {
      this.hasher = hasher;
    }

    void close() {
      opened = new CountDownLatch(1);
    }

    void open() {
      opened.countDown();
    }

    void awaitSomebody() throws InterruptedException {
      assertThat(somebody.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void pass() {
      if (opened.getCount() == 0) {
        return;
      }
      somebody.countDown();
      try {
        assertThat(opened.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public String hash(Password password) {
      pass();
      return hasher.hash(password);
    }

    @Override
    public boolean verify(Password password, String encodedHash) {
      pass();
      return hasher.verify(password, encodedHash);
    }

    @Override
    public boolean needsRehash(String encodedHash) {
      return hasher.needsRehash(encodedHash);
    }

    @Override
    public String unmatchable() {
      return hasher.unmatchable();
    }
  }
}
