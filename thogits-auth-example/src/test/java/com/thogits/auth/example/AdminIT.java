package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thogits.auth.example.ApiClient.Answer;
import com.thogits.auth.example.ServerProcess.Ended;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.Password;
import com.thogits.auth.totp.TotpSecret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands between two runs of the server. */
class AdminIT {
  private static final String PASSWORD = "horse-battery-9";
  private static final int FREE_FAILURES = 10;
  private static final int CANNOT = 1;
  private static final int NO_SUCH_ACCOUNT = 3;
  private static final int LINES_LEFT_OUT = 4;

  private final HttpClient http = ApiClient.connections();

  @TempDir Path folder;

  @Test
  void whatTheOperatorDidHoldsAtTheNextStart() throws Exception {
    ApiClient ended;
    try (ServerProcess server = ServerProcess.listening(data())) {
      turnTotpOn(registered(server, "totp@example.com"));
      registered(server, "guessed@example.com");
      guessUntilRefused(server, "guessed@example.com");
      registered(server, "renew@example.com");
      registered(server, "gone@example.com");
      ended = registered(server, "ended@example.com");
      server.stop();
    }

    assertThat(admin("find", "TOTP@example.com").path("has_totp").asBoolean()).isTrue();
    assertDone("totp-off", "totp@example.com");
    assertDone("clear-attempts", "guessed@example.com");
    assertDone("require-new-password", "renew@example.com");
    assertDone("delete", "gone@example.com", "--yes");
    assertDone("end-sessions", "ended@example.com");
    assertThat(ServerProcess.admin(data(), "find", "gone@example.com"))
        .isEqualTo(
            new Ended(NO_SUCH_ACCOUNT, "", "thogits-auth-example: there is no such account\n"));

    try (ServerProcess server = ServerProcess.listening(data())) {
      Answer totp = client(server).login("totp@example.com", PASSWORD);
      assertThat(totp.json().path("has_totp").asBoolean(true)).isFalse();
      assertThat(client(server).login("guessed@example.com", PASSWORD).status()).isEqualTo(200);
      ApiClient renewing = client(server);
      assertThat(renewing.login("renew@example.com", PASSWORD).status()).isEqualTo(200);
      assertThat(renewing.get("/api/auth/me").json().path("error").asText())
          .isEqualTo("password_change_required");
      assertThat(client(server).login("gone@example.com", PASSWORD).status()).isEqualTo(401);
      assertThat(new ApiClient(http, server.baseUrl(), ended.cookie()).get("/api/auth/me").status())
          .isEqualTo(401);
    }
  }

  @Test
  void allSessionsEndAtOnce() throws Exception {
    String cookie;
    try (ServerProcess server = ServerProcess.listening(data())) {
      cookie = registered(server, "one@example.com").cookie();
      registered(server, "two@example.com");
      server.stop();
    }
    assertThat(admin("end-all-sessions", "--yes").path("sessions").asInt()).isEqualTo(2);
    try (ServerProcess server = ServerProcess.listening(data())) {
      assertThat(new ApiClient(http, server.baseUrl(), cookie).get("/api/auth/me").status())
          .isEqualTo(401);
    }
  }

  @Test
  void aRunningServerOrAMissingDatabaseIsAClearError() throws Exception {
    String sayings = "thogits-auth-example: ";
    assertThat(ServerProcess.admin(data(), "find", "user@example.com"))
        .isEqualTo(new Ended(CANNOT, "", sayings + "there is no database in " + data() + "\n"));
    assertThat(data()).doesNotExist();
    try (ServerProcess server = ServerProcess.listening(data())) {
      assertThat(ServerProcess.admin(data(), "find", "user@example.com"))
          .isEqualTo(
              new Ended(
                  CANNOT,
                  "",
                  sayings + "the database is in use by another process; stop that first\n"));
      server.stop();
    }
  }

  @Test
  void importedAccountsLogInWithTheirOldPasswordAndCodes() throws Exception {
    AuthenticatorApp app =
        new AuthenticatorApp(TotpSecret.random(new SecureRandom()).toBase32(), Clock.systemUTC());
    String hash = hash();
    Path file = folder.resolve("accounts.jsonl");
    Files.writeString(
        file,
        """
        {"email": "old@example.com", "password_hash": "%s", "totp_secret": "%s", \
        "display_name": "Old", "created_at": "2020-01-15T10:00:00Z"}

        {"email": "OLD@example.com"}
        {"email": "bcrypt@example.com", "password_hash": "$2b$12$hidden"}
        {"email": "short@example.com", "totp_secret": "HIDDEN"}
        {"email": "x@example.com", "hidden": 1}
        {"password_hash": "hidden"
        """
            .formatted(hash, app.secret().toBase32().toLowerCase(Locale.ROOT)));
    Ended ended = ServerProcess.admin(data(), "import", file.toString());
    assertThat(ended.stderr().lines())
        .containsExactly(
            "line 3: the e-mail is taken",
            "line 4: password_hash can't be used: the stored hash is not an Argon2id hash in PHC format",
            "line 5: totp_secret must be 16 to 128 bytes in base32",
            "line 6: there is a field that is not known",
            "line 7: this is not JSON, or a field comes twice");
    assertThat(ended.stdout()).isEqualTo("{\"done\":\"import\",\"imported\":1,\"left_out\":5}\n");
    assertThat(ended.exitCode()).isEqualTo(LINES_LEFT_OUT);
    try (ServerProcess server = ServerProcess.listening(data())) {
      ApiClient client = client(server);
      assertThat(client.login("old@example.com", PASSWORD).json().path("needs_2fa").asBoolean())
          .isTrue();
      JsonNode user = client.withCode("/api/auth/2fa/totp/verify", app).json();
      assertThat(user.path("display_name").asText()).isEqualTo("Old");
      assertThat(user.path("created_at").asText()).isEqualTo("2020-01-15T10:00:00Z");
    }
  }

  private static String hash() {
    Argon2Parameters quick = new Argon2Parameters(8, 1, 1);
    try (Password password = Password.of(PASSWORD)) {
      return new Argon2id(quick, Argon2Parameters.STORED_HASH_LIMIT, new SecureRandom())
          .hash(password);
    }
  }

  private void turnTotpOn(ApiClient client) throws Exception {
    String secret = client.send("POST", "/api/auth/2fa/totp/setup").json().path("secret").asText();
    AuthenticatorApp app = new AuthenticatorApp(secret, Clock.systemUTC());
    assertThat(client.withCode("/api/auth/2fa/totp/confirm", app).status()).isEqualTo(200);
  }

  private void guessUntilRefused(ServerProcess server, String email) throws Exception {
    for (int i = 0; i < FREE_FAILURES; i++) {
      assertThat(client(server).login(email, "wrong-battery-" + i).status()).isEqualTo(401);
    }
    Answer answer;
    int more = 0;
    do {
      answer = client(server).login(email, "wrong-battery-more");
    } while (answer.status() == 401 && ++more < FREE_FAILURES);
    assertThat(answer.status()).isEqualTo(429);
  }

  private void assertDone(String command, String... more) throws Exception {
    String[] words = new String[more.length + 1];
    words[0] = command;
    System.arraycopy(more, 0, words, 1, more.length);
    JsonNode line = admin(words);
    assertThat(line.path("done").asText()).isEqualTo(command);
    assertThat(line.path("email").asText()).isEqualTo(more[0]);
  }

  private JsonNode admin(String... words) throws IOException, InterruptedException {
    Ended ended = ServerProcess.admin(data(), words);
    assertThat(ended.stderr()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.stdout()).hasLineCount(1);
    return new ObjectMapper().readTree(ended.stdout());
  }

  private ApiClient registered(ServerProcess server, String email) throws Exception {
    ApiClient client = client(server);
    assertThat(client.register(email, PASSWORD).status()).isEqualTo(200);
    return client;
  }

  private ApiClient client(ServerProcess server) {
    return new ApiClient(http, server.baseUrl());
  }

  private Path data() {
    return folder.resolve("data");
  }
}
