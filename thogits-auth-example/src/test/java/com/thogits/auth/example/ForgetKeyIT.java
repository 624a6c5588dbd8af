package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.example.ServerProcess.Ended;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is changed through the key file, and the old one is given up when nothing needs it. */
class ForgetKeyIT {
  private static final String EMAIL = "user@example.com";
  private static final String PASSWORD = "horse-battery-9";
  private static final int CANNOT = 1;
  private static final int WRONG_USAGE = 2;
  private static final String SAYING = "thogits-auth-example: ";

  private final HttpClient http = ApiClient.connections();

  @TempDir Path folder;

  @Test
  void aKeyIsForgottenOnceNoSecretIsSealedByIt() throws Exception {
    AuthenticatorApp app;
    try (ServerProcess server = ServerProcess.listening(data())) {
      app = enrolled(server);
      server.stop();
    }
    KeyRing before = keys();
    KeyRing both = before.withNewKey(new SecureRandom());
    Files.writeString(keyFile(), both.format());

    assertThat(forget(before.currentKeyId()))
        .isEqualTo(
            new Ended(
                CANNOT,
                "",
                SAYING
                    + "the key is still needed: Key "
                    + before.currentKeyId()
                    + " is in use: it seals secrets of 1 account(s).\n"));

    loginWithCode(app);
    assertThat(forget(before.currentKeyId()))
        .isEqualTo(new Ended(0, "{\"done\":\"forget-key\"}\n", ""));

    Files.writeString(keyFile(), lastLine(both.format()));
    assertThat(keys().keyIds()).containsExactly(both.currentKeyId());
    loginWithCode(app);
  }

  @Test
  void whatIsNoIdOfAKeyIsAClearError() throws Exception {
    try (ServerProcess server = ServerProcess.listening(data())) {
      server.stop();
    }
    Ended ended = ServerProcess.admin(data(), "forget-key", "0");
    assertThat(ended.exitCode()).isEqualTo(WRONG_USAGE);
    assertThat(ended.stderr()).startsWith(SAYING + "ID must be the id of a key");
  }

  private AuthenticatorApp enrolled(ServerProcess server) throws Exception {
    ApiClient client = new ApiClient(http, server.baseUrl());
    assertThat(client.register(EMAIL, PASSWORD).status()).isEqualTo(200);
    String secret = client.send("POST", "/api/auth/2fa/totp/setup").json().path("secret").asText();
    AuthenticatorApp app = new AuthenticatorApp(secret, Clock.systemUTC());
    assertThat(client.withCode("/api/auth/2fa/totp/confirm", app).status()).isEqualTo(200);
    return app;
  }

  private void loginWithCode(AuthenticatorApp app) throws Exception {
    try (ServerProcess server = ServerProcess.listening(data())) {
      ApiClient client = new ApiClient(http, server.baseUrl());
      assertThat(client.login(EMAIL, PASSWORD).json().path("needs_2fa").asBoolean()).isTrue();
      assertThat(client.withCode("/api/auth/2fa/totp/verify", app).status()).isEqualTo(200);
      server.stop();
    }
  }

  private Ended forget(int keyId) throws Exception {
    return ServerProcess.admin(data(), "forget-key", Integer.toString(keyId));
  }

  private KeyRing keys() throws Exception {
    return KeyRing.parse(Files.readString(keyFile()), new SecureRandom());
  }

  private static String lastLine(String text) {
    return text.lines().reduce((line, next) -> next).orElseThrow() + "\n";
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path keyFile() {
    return data().resolve("keys");
  }
}
