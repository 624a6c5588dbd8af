package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is gone is neither a refusal nor nobody, and everything goes on when it is back. */
class StoreUnavailableTest {
  private static final String EMAIL = "user@example.com";

  private final TestService service = new TestService();
  private final StoreUnavailableException gone = new StoreUnavailableException("gone");
  private final Breakable<UserStore> users = new Breakable<>(UserStore.class, service.users, gone);
  private final Breakable<SessionStore> sessions =
      new Breakable<>(SessionStore.class, service.sessions, gone);
  private final AuthService auth =
      AuthService.builder(users.face, sessions.face, service.attempts, service.keys)
          .clock(service.clock)
          .hasher(service.hasher)
          .listener(service.events::add)
          .build();
  private TestService.Enrolled enrolled;
  private SessionToken token;
  private SessionToken partial;

  @BeforeEach
  void enrol() {
    enrolled = service.enrol(EMAIL);
    token = enrolled.signedIn().token();
    partial = service.loginPartially(EMAIL).token();
    service.events.clear();
  }

  @Test
  void aSessionCheckThrowsAndTheListenerHears() {
    Map<String, ThrowingCallable> checks =
        Map.of(
            "authenticate", () -> auth.authenticate(token),
            "session", () -> auth.session(token),
            "me", () -> auth.me(token),
            "isSignedIn", () -> auth.isSignedIn(token),
            "awaitsCode", () -> auth.awaitsCode(partial),
            "sessions", () -> auth.sessions(token));
    for (Breakable<?> store : List.of(users, sessions)) {
      store.breakDown();
      checks.forEach(
          (name, check) -> {
            service.events.clear();
            assertThatThrownBy(check).as(name).isSameAs(gone);
            assertThat(service.events)
                .as(name)
                .singleElement()
                .isInstanceOfSatisfying(
                    AuthEvent.Failed.class,
                    failed -> {
                      assertThat(failed.action()).isEqualTo(AuthAction.PRESENT_SESSION);
                      assertThat(failed.failure()).isSameAs(gone);
                    });
          });
      store.repair();
    }
    assertThat(auth.isSignedIn(token)).isTrue();
    assertThat(auth.awaitsCode(partial)).isTrue();
  }

  @Test
  void aCheckThatWorksIsNotTold() {
    auth.isSignedIn(token);
    auth.isSignedIn(partial);
    auth.awaitsCode(partial);
    auth.awaitsCode(token);
    assertThat(service.events).isEmpty();
  }

  @Test
  void nothingWrongPassesWhileItIsGoneOrAfterwards() {
    String right = service.code(enrolled.secret(), 0);
    String wrong = service.wrongCode(enrolled.secret());
    users.breakDown();
    for (ThrowingCallable attempt :
        List.<ThrowingCallable>of(
            () -> auth.login(EMAIL, "wrong password", LAPTOP),
            () -> auth.login(EMAIL, PASSWORD, LAPTOP),
            () -> auth.verifyTotp(partial, wrong, LAPTOP),
            () -> auth.verifyTotp(partial, right, LAPTOP))) {
      assertThatThrownBy(attempt).isSameAs(gone);
    }
    users.repair();
    TestService.assertRefused(
        AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, "wrong password", LAPTOP));
    TestService.assertRefused(
        AuthError.INVALID_CODE, () -> auth.verifyTotp(partial, wrong, LAPTOP));
    assertThat(auth.verifyTotp(partial, right, LAPTOP).user().email()).isEqualTo(EMAIL);
  }

  /** Otherwise the last of a hundred logins from one address would wait a hundred times as long. */
  @Test
  @Timeout(60)
  void aStoreThatHangsDoesNotMakeAttemptsQueueBehindOneAnother() throws Exception {
    CountDownLatch asked = new CountDownLatch(4);
    CountDownLatch hangs = new CountDownLatch(1);
    AuthService slow =
        AuthService.builder(
                service.users,
                service.sessions,
                new HangingAttemptStore(service.attempts, asked, hangs),
                service.keys)
            .hasher(service.hasher)
            .build();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<LoginResult>> logins =
          List.of(1, 2, 3, 4).stream()
              .map(i -> threads.submit(() -> slow.login(EMAIL, PASSWORD, LAPTOP)))
              .toList();
      asked.await();
      hangs.countDown();
      for (Future<LoginResult> login : logins) {
        assertThat(login.get()).isInstanceOf(TotpRequired.class);
      }
    } finally {
      hangs.countDown();
      threads.shutdownNow();
    }
  }

  /** Tells no count of an address until it may. */
  private record HangingAttemptStore(AttemptStore store, CountDownLatch asked, CountDownLatch hangs)
      implements AttemptStore {

    @Override
    public Optional<Attempts> find(String key) {
      if (key.startsWith("login:")) {
        asked.countDown();
        await(hangs);
      }
      return store.find(key);
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean insert(String key, Attempts first) {
      return store.insert(key, first);
    }

    @Override
    public boolean replace(String key, Attempts seen, Attempts next) {
      return store.replace(key, seen, next);
    }

    @Override
    public void delete(String key) {
      store.delete(key);
    }

    @Override
    public int deleteExpired(Instant now) {
      return store.deleteExpired(now);
    }
  }
}
