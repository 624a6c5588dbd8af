package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.codeBody;
import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.StoreException;
import com.thogits.auth.StoreUnavailableException;
import com.thogits.auth.Ulid;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** While the store is unavailable everybody is asked to come back, and keeps what they have. */
class UnavailableStoreTest {
  private static final String EMAIL = "user@example.com";
  private static final String MALLORY = "mallory@example.com";
  private static final String HOST = "/host/hello";

  @AutoClose private final TestServer server = new TestServer();

  private TestClient signedIn;
  private TestClient awaiting;
  private String secret;

  @BeforeEach
  void fillTheStore() {
    server
        .http
        .createContext(
            HOST,
            exchange -> {
              try (exchange) {
                exchange.sendResponseHeaders(204, -1);
              }
            })
        .setAuthenticator(new SessionAuthenticator(server.auth));
    signedIn = server.registered(EMAIL);
    TestClient enrolled = server.registered("other@example.com");
    secret = server.enableTotp(enrolled);
    awaiting = server.awaitingCode("other@example.com");
  }

  private void breakWith(RuntimeException failure) {
    server.users.first =
        () -> {
          throw failure;
        };
  }

  private void gone() {
    breakWith(new StoreUnavailableException("the database at db.internal is gone"));
  }

  private static void isUnavailable(TestReply reply) {
    reply.refused(503, "overloaded");
    assertThat(reply.header("Retry-After")).isEqualTo("5");
    assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(reply.body()).doesNotContain("database").doesNotContain("db.internal");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /logout",
    "GET, /me",
    "PUT, /profile",
    "POST, /password",
    "POST, /2fa/totp/setup",
    "POST, /2fa/totp/confirm",
    "POST, /2fa/totp/disable",
    "POST, /2fa/recovery-codes",
    "POST, /reauthenticate",
    "GET, /sessions",
    "POST, /sessions/end-others"
  })
  void everyEndpointOfASessionAnswers503AndTheSessionGoesOn(String method, String path) {
    gone();
    isUnavailable(method.equals("GET") ? signedIn.get(path) : signedIn.send(method, path, "{}"));
    server.users.first = () -> {};
    signedIn.get("/me").expect(200);
  }

  @Test
  void endingASessionAnswers503() {
    gone();
    isUnavailable(signedIn.send("DELETE", "/sessions/" + new Ulid(0, 1)));
  }

  @Test
  void nobodyGetsInMeanwhileOrByWhatWasTriedMeanwhile() {
    gone();
    for (String password : List.of("securepass123", "wrong-password")) {
      isUnavailable(server.client().post("/login", credentials(EMAIL, password)));
    }
    isUnavailable(server.client().post("/register", credentials(MALLORY, "securepass123")));
    isUnavailable(awaiting.post("/2fa/totp/verify", server.wrongCode(secret)));
    isUnavailable(awaiting.post("/2fa/totp/verify", server.code(secret)));
    isUnavailable(awaiting.post("/2fa/recovery/verify", codeBody("AAAAAAAA")));

    server.users.first = () -> {};
    server.client().post("/login", credentials(EMAIL, "wrong-password")).expect(401);
    server.client().post("/login", credentials(MALLORY, "securepass123")).expect(401);
    awaiting.post("/2fa/totp/verify", server.wrongCode(secret)).refused(400, "invalid_code");
    awaiting.post("/2fa/totp/verify", server.code(secret)).expect(200);
  }

  @Test
  void aHostsOwnRouteAnswers503AndTheCookieStays() {
    TestClient atHost =
        new TestClient(server.origin()).withCookie("__Host-thogits_session", signedIn.token());
    atHost.get(HOST).expect(204);
    gone();
    isUnavailable(atHost.get(HOST));
    server.users.first = () -> {};
    atHost.get(HOST).expect(204);
  }

  @Test
  void whatWaitingWontMendStaysA500() {
    breakWith(new StoreException("unreadable"));
    signedIn.get("/me").refused(500, "internal_error");
  }

  @Test
  void whoHasNoSessionIsNotAskedToComeBack() {
    gone();
    server.client().get("/me").refused(401, "not_authenticated");
    server.client().get("/nothing").refused(404, "not_found");
  }
}
