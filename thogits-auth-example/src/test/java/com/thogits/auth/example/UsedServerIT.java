package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thogits.auth.example.ApiClient.Answer;
import com.thogits.auth.totp.TotpSecret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a server that has been used leaves behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsedServerIT {
  private static final String EMAIL = "Somebody@example.com";
  private static final String PASSWORD = "horse-battery-9";
  private static final String NEW_PASSWORD = "tree-umbrella-7";
  private static final String WRONG_PASSWORD = "river-lantern-3";

  private final HttpClient http = ApiClient.connections();
  private final SecretForms secrets = new SecretForms();
  private final List<String> codes = new ArrayList<>();
  private final DescribedExchanges exchanges = new DescribedExchanges();
  private String stderr;

  @TempDir static Path folder;

  @BeforeAll
  void useAServer() throws Exception {
    secrets.addText("the password", PASSWORD);
    secrets.addText("the new password", NEW_PASSWORD);
    secrets.addText("a wrong password", WRONG_PASSWORD);
    try (ServerProcess server = ServerProcess.listening(folder)) {
      use(server);
      server.terminate();
      stderr = server.ended().stderr();
    }
  }

  private void use(ServerProcess server) throws Exception {
    ApiClient client = new ApiClient(http, server.baseUrl());
    done(client, client.register(EMAIL, PASSWORD));
    done(client, client.rename("Somebody"));
    begun(client);
    AuthenticatorApp app = begun(client);
    done(client, client.withCode("/api/auth/2fa/totp/confirm", app));
    List<String> recoveryCodes = recoveryCodes(client);
    done(client, client.send("POST", "/api/auth/logout"));
    refused(client.login(EMAIL, WRONG_PASSWORD));
    done(client, client.login(EMAIL, PASSWORD));
    refused(client.send("POST", "/api/auth/2fa/totp/verify", Map.of("code", "000000")));
    done(client, client.withCode("/api/auth/2fa/totp/verify", app));
    ApiClient other = new ApiClient(http, server.baseUrl());
    done(other, other.login(EMAIL, PASSWORD));
    done(
        other,
        other.send("POST", "/api/auth/2fa/recovery/verify", Map.of("code", recoveryCodes.get(0))));
    done(client, client.send("POST", "/api/auth/sessions/end-others"));
    refused(other.get("/api/auth/me"));
    done(
        client,
        client.send(
            "POST",
            "/api/auth/password",
            Map.of("current_password", PASSWORD, "new_password", NEW_PASSWORD)));
    done(
        client,
        client.send("POST", "/api/auth/2fa/totp/disable", Map.of("code", recoveryCodes.get(1))));
    begun(client);
    codes.addAll(app.shown());
  }

  private AuthenticatorApp begun(ApiClient client) throws Exception {
    Answer answer = client.send("POST", "/api/auth/2fa/totp/setup");
    done(client, answer);
    String base32 = answer.json().path("secret").asText();
    secrets.addEncoded("a TOTP secret", base32, TotpSecret.ofBase32(base32).toBytes());
    return new AuthenticatorApp(base32, Clock.systemUTC());
  }

  private List<String> recoveryCodes(ApiClient client) throws Exception {
    Answer answer = client.send("POST", "/api/auth/2fa/recovery-codes");
    done(client, answer);
    List<String> recoveryCodes = new ArrayList<>();
    for (JsonNode code : answer.json().path("recovery_codes")) {
      recoveryCodes.add(code.asText());
      String bare = code.asText().replace("-", "");
      secrets.addText("a recovery code as shown", code.asText());
      secrets.addEncoded("a recovery code", bare, new Base32().decode(bare));
    }
    assertThat(recoveryCodes).hasSize(10);
    return recoveryCodes;
  }

  private void done(ApiClient client, Answer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    exchanges.add(answer.response());
    client
        .cookies()
        .forEach(
            (name, token) -> secrets.addEncoded(name, token, Base64.getUrlDecoder().decode(token)));
  }

  private void refused(Answer answer) {
    assertThat(answer.status()).isBetween(400, 401);
    exchanges.add(answer.response());
  }

  @Test
  void everyExchangeWasAsItsDescriptionSays() {
    exchanges.assertConform();
  }

  @Test
  void itsFolderAndItsLogHoldNoSecretInAnyForm() throws Exception {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        secrets
            .foundIn(Files.readAllBytes(file))
            .forEach(form -> found.add(form + " in " + file.getFileName()));
      }
    }
    assertThat(found).isEmpty();
    assertThat(secrets.foundIn(stderr.getBytes(UTF_8))).isEmpty();
  }

  /** Otherwise the other tests would find nothing whatever was there. */
  @Test
  void whatIsNoSecretIsFound() throws Exception {
    SecretForms known = new SecretForms();
    known.addText("the e-mail", EMAIL);
    known.addText("the hash", "$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(known.foundIn(Files.readAllBytes(folder.resolve("thogits.mv.db"))))
        .contains("the e-mail", "the hash");
  }

  @Test
  void theKeysAreNowhereButInTheirFile() throws Exception {
    SecretForms keys = new SecretForms();
    for (String line : Files.readAllLines(folder.resolve("keys"))) {
      if (!line.startsWith("#")) {
        String key = line.substring(line.indexOf(' ') + 1);
        keys.addEncoded("a key", key, Base64.getDecoder().decode(key));
      }
    }
    assertThat(keys.foundIn(Files.readAllBytes(folder.resolve("keys")))).contains("a key, written");
    for (String other : List.of("thogits.mv.db", "audit.log")) {
      assertThat(keys.foundIn(Files.readAllBytes(folder.resolve(other)))).isEmpty();
    }
  }

  @Test
  void theAuditLogTellsWhatHappenedAndNoCode() throws Exception {
    List<String> told = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("audit.log"))) {
      JsonNode event = new ObjectMapper().readTree(line);
      Instant.parse(event.path("time").asText());
      if (!event.path("action").asText().equals("present_session")) {
        assertThat(event.path("user_id").asText()).hasSize(26);
        assertThat(event.path("address").asText()).isEqualTo("127.0.0.1");
      }
      event.forEach(value -> assertThat(codes).doesNotContain(value.asText()));
      told.add(event.path("action").asText() + " " + what(event));
    }
    assertThat(told)
        .containsSubsequence(
            "register succeeded",
            "update_profile succeeded",
            "setup_totp succeeded",
            "confirm_totp succeeded",
            "confirm_totp totp_enabled",
            "create_recovery_codes succeeded",
            "logout succeeded",
            "login invalid_credentials",
            "login succeeded",
            "verify_totp invalid_code",
            "verify_totp wrong_code_after_right_password",
            "verify_totp succeeded",
            "verify_recovery_code succeeded",
            "verify_recovery_code recovery_code_used",
            "end_other_sessions succeeded",
            "present_session not_authenticated",
            "change_password succeeded",
            "change_password password_changed",
            "disable_totp succeeded");
  }

  private static String what(JsonNode event) throws IOException {
    return event.has("error")
        ? event.path("error").asText()
        : event.path("notice").asText(event.path("outcome").asText());
  }
}
