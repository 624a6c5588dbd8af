package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final Logger LOG = Logger.getLogger("com.thogits.auth.http");

  @AutoClose private final TestServer server = new TestServer();

  private final List<LogRecord> logged = new ArrayList<>();
  private final Handler recorder =
      new Handler() {
        @Override
        public synchronized void publish(LogRecord entry) {
          logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listenToTheLog() {
    LOG.addHandler(recorder);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(recorder);
    LOG.setUseParentHandlers(true);
  }

  private void fail(RuntimeException cause) {
    server.users.first =
        () -> {
          throw cause;
        };
  }

  @Test
  void anUnexpectedFailureSaysNothingOfItsCauseAndTheLogDoes() {
    TestClient client = server.registered("user@example.com");
    StoreException cause = new StoreException("the database at db.internal is gone");
    fail(cause);
    TestReply reply = client.get("/me");

    reply.refused(500, "internal_error");
    assertThat(reply.body()).doesNotContain("database").doesNotContain("db.internal");
    assertThat(logged).singleElement().extracting(LogRecord::getThrown).isSameAs(cause);
    assertThat(logged.get(0).getLevel()).isEqualTo(Level.SEVERE);
  }

  @Test
  void anErrorIsAnsweredTooAndTheServerGoesOn() {
    TestClient client = server.registered("user@example.com");
    server.users.first =
        () -> {
          throw new StackOverflowError();
        };
    for (int i = 0; i < 20; i++) {
      client.get("/me").refused(500, "internal_error");
      client.put("/profile", "{}").refused(500, "internal_error");
    }
    server.users.first = () -> {};
    client.get("/me").expect(200);
  }

  @Test
  void theLogHoldsNoSecretOfTheRequest() {
    TestClient client = server.registered("user@example.com");
    fail(new IllegalStateException("broken"));
    server.client().post("/login", credentials("user@example.com", "securepass123")).expect(500);
    client.post("/2fa/totp/setup").expect(500);

    assertThat(logged).hasSize(2);
    for (LogRecord entry : logged) {
      assertThat(entry.getMessage())
          .doesNotContain("securepass123", "user@example.com", client.token());
    }
  }

  @Test
  void aRefusalIsNotLoggedAsAFailure() {
    server.client().get("/me").expect(401);
    server.client().get("/nothing").expect(404);
    assertThat(logged).isEmpty();
  }

  @Test
  void insecureCookiesAreWarnedOf() {
    new AuthHandler(server.auth, HttpSettings.DEFAULTS.withInsecureCookies(true));
    assertThat(logged).singleElement().extracting(LogRecord::getLevel).isEqualTo(Level.WARNING);
  }
}
