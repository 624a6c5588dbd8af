package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthSettings;
import com.thogits.auth.password.BoundedHasher;
import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OverloadTest {
  private final CountDownLatch release = new CountDownLatch(1);

  @AutoClose
  private final TestServer server =
      new TestServer(
          HttpSettings.DEFAULTS,
          AuthSettings.DEFAULTS,
          hasher -> new BoundedHasher(new Blocking(hasher), 1, 1, Duration.ofMinutes(5)));

  /** Compares no password before it may. */
  private final class Blocking implements PasswordHasher {
    private final PasswordHasher hasher;

    Blocking(PasswordHasher hasher) {
      this.hasher = hasher;
    }

    @Override
    public String hash(Password password) {
      return hasher.hash(password);
    }

    @Override
    public boolean verify(Password password, String encodedHash) {
      try {
        release.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
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

  @Test
  void whoFindsNoPlaceToHashIsSentAwayAndEverythingElseGoesOn() throws Exception {
    TestClient signedIn = server.registered("user@example.com");
    ExecutorService threads = Executors.newFixedThreadPool(3);
    CompletionService<TestReply> logins = new ExecutorCompletionService<>(threads);
    try {
      for (int i = 0; i < 3; i++) {
        logins.submit(
            () -> server.client().post("/login", credentials("user@example.com", "securepass123")));
      }
      TestReply first = logins.take().get().refused(503, "overloaded");
      assertThat(first.header("Retry-After")).isEqualTo("300");
      signedIn.get("/me").expect(200);
      signedIn.get("/sessions").expect(200);

      release.countDown();
      assertThat(List.of(logins.take().get().status(), logins.take().get().status()))
          .containsOnly(200);
    } finally {
      release.countDown();
      threads.shutdown();
    }
  }
}
