package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.thogits.auth.example.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers on one PostgreSQL are one service: what one knows, all know. */
class ManyNodesIT {
  private static final String PASSWORD = "horse-battery-9";
  private static final int PARALLEL = 32;

  private static final HttpClient HTTP = ApiClient.connections();
  @TempDir static Path folder;
  private static PostgresServer postgres;
  private static DatabaseReader database;
  private static Nodes nodes;

  @BeforeAll
  static void startTwoOnAnEmptyDatabase() throws Exception {
    postgres = PostgresServer.started(folder.resolve("postgres"));
    database = new DatabaseReader(postgres.jdbcUrl(), postgres.user());
    nodes =
        Nodes.start(
            2,
            Files.createDirectory(folder.resolve("two")),
            database,
            "--login-failures-per-address=100000",
            "--registrations-per-address=100000");
  }

  @AfterAll
  static void stopAll() throws Exception {
    if (nodes != null) {
      nodes.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void fourStartTogetherOnAnEmptyDatabaseAndShareTheLimitOfAnAddress() throws Exception {
    Path own = Files.createDirectory(folder.resolve("four"));
    DatabaseReader empty = emptyDatabase("four");
    try (Nodes four = Nodes.start(4, own, empty, "--registrations-per-address=4")) {
      for (int node = 0; node < four.count(); node++) {
        assertThat(register(four, node, "user" + node + "@example.com").status()).isEqualTo(200);
      }
      for (int node = 0; node < four.count(); node++) {
        assertThat(register(four, node, "another@example.com").status()).isEqualTo(429);
      }
      assertThat(empty.number("SELECT count(*) FROM thogits_schema WHERE number > 0"))
          .isEqualTo(empty.number("SELECT max(number) FROM thogits_schema"));
      for (int node = 0; node < four.count(); node++) {
        four.get(node).stop();
      }
    }
  }

  @Test
  void ofThirtyTwoRegistrationsOfOneEmailOneWins() throws Exception {
    List<Answer> answers =
        onBothNodes(PARALLEL, node -> () -> register(nodes, node, "wanted@example.com"));
    assertOneWinner(answers, "email_taken", "overloaded");
    assertThat(
            database.number(
                "SELECT count(*) FROM thogits_user WHERE canonical_email = ?",
                "wanted@example.com"))
        .isEqualTo(1);
  }

  @Test
  void ofThirtyTwoUsesOfOneCodeOneWins() throws Exception {
    String email = "code@example.com";
    AuthenticatorApp app = enrol(email).app();
    List<ApiClient> unfinished = unfinishedLogins(email);
    String code = app.lastingCode();
    List<Answer> answers = useAtOnce(unfinished, "/api/auth/2fa/totp/verify", code);
    assertOneWinner(answers, "invalid_code", "too_many_attempts");
    assertThat(fullSessionsWithSecondFactor(email)).isEqualTo(2);
  }

  @Test
  void ofThirtyTwoUsesOfOneRecoveryCodeOneWins() throws Exception {
    String email = "recovery@example.com";
    Enrolled enrolled = enrol(email);
    JsonNode codes =
        enrolled
            .client()
            .send("POST", "/api/auth/2fa/recovery-codes")
            .json()
            .path("recovery_codes");
    assertThat(codes).hasSize(10);
    List<ApiClient> unfinished = unfinishedLogins(email);
    List<Answer> answers =
        useAtOnce(unfinished, "/api/auth/2fa/recovery/verify", codes.get(3).asText());
    assertOneWinner(answers, "invalid_code");
    assertThat(fullSessionsWithSecondFactor(email)).isEqualTo(2);
    assertThat(
            database.number(
                "SELECT cardinality(recovery_codes) FROM thogits_user WHERE canonical_email = ?",
                email))
        .isEqualTo(9);
  }

  /**
   * Only a checked password can be called wrong: an answer of 429 is the same for the right one.
   * The nodes' audit logs and the count in the database must say the same.
   */
  @Test
  void ofFortyEightWrongPasswordsAtMostFourteenAreChecked() throws Exception {
    String email = "guessed@example.com";
    assertThat(register(nodes, 0, email).status()).isEqualTo(200);
    long auditedBefore = audited("invalid_credentials");
    List<Answer> answers =
        onBothNodes(48, node -> () -> client(node).login(email, "wrong-" + PASSWORD));
    assertThat(statuses(answers)).isSubsetOf(401, 429, 503);
    long checked = answers.stream().filter(answer -> answer.status() == 401).count();
    assertThat(checked).as("checked of %s", statuses(answers)).isBetween(1L, 14L);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .allSatisfy(
            answer ->
                assertThat(answer.response().headers().firstValue("Retry-After"))
                    .get()
                    .asString()
                    .matches("[1-9][0-9]*"));
    assertThat(awaitAudited("invalid_credentials", auditedBefore + checked) - auditedBefore)
        .isEqualTo(checked);
    assertThat(
            database.number(
                "SELECT attempts FROM thogits_attempt WHERE attempt_key = ?",
                "account:" + HexFormat.of().formatHex(DatabaseReader.sha256(email))))
        .isEqualTo(checked);
  }

  @Test
  void aSessionBegunOnOneIsAliveOnTheOther() throws Exception {
    ApiClient one = registered("alive@example.com");
    assertThat(one.rename("Alice").status()).isEqualTo(200);
    Answer seen = on(1, one).get("/api/auth/me");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.json().path("display_name").asText()).isEqualTo("Alice");
  }

  @Test
  void aLogoutEndsTheSessionOnTheOther() throws Exception {
    ApiClient one = registered("logout@example.com");
    ApiClient other = on(1, one);
    assertAlive(other);
    assertThat(one.send("POST", "/api/auth/logout").status()).isEqualTo(200);
    assertDead(other);
  }

  @Test
  void aChangeOfPasswordEndsOtherSessionsOnTheOther() throws Exception {
    String email = "password@example.com";
    ApiClient one = registered(email);
    ApiClient other = loggedIn(1, email);
    ApiClient before = on(1, one);
    Map<String, String> change =
        Map.of("current_password", PASSWORD, "new_password", "new-" + PASSWORD);
    assertThat(one.send("POST", "/api/auth/password", change).status()).isEqualTo(200);
    assertDead(other);
    assertDead(before);
    assertAlive(on(1, one));
    assertThat(client(1).login(email, PASSWORD).status()).isEqualTo(401);
    assertThat(client(1).login(email, "new-" + PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aChangeOfTotpEndsOtherSessionsOnTheOther() throws Exception {
    String email = "totp@example.com";
    ApiClient one = registered(email);
    ApiClient other = loggedIn(1, email);
    AuthenticatorApp app = setUp(one);
    assertAlive(other);
    assertThat(one.withCode("/api/auth/2fa/totp/confirm", app).status()).isEqualTo(200);
    assertDead(other);

    ApiClient second = client(1);
    assertThat(second.login(email, PASSWORD).json().path("needs_2fa").asBoolean()).isTrue();
    assertThat(second.withCode("/api/auth/2fa/totp/verify", app).status()).isEqualTo(200);
    ApiClient unfinished = client(1);
    assertThat(unfinished.login(email, PASSWORD).status()).isEqualTo(200);
    assertAlive(second);
    assertThat(one.withCode("/api/auth/2fa/totp/disable", app).status()).isEqualTo(200);
    assertDead(second);
    assertThat(
            unfinished.send("POST", "/api/auth/2fa/totp/verify", Map.of("code", "123456")).status())
        .isEqualTo(401);
    assertAlive(on(1, one));
  }

  @Test
  void endingOthersEndsThemOnTheOther() throws Exception {
    String email = "others@example.com";
    ApiClient one = registered(email);
    ApiClient other = loggedIn(1, email);
    assertAlive(other);
    assertThat(one.send("POST", "/api/auth/sessions/end-others").status()).isEqualTo(200);
    assertDead(other);
    assertAlive(on(1, one));
  }

  private static void assertOneWinner(List<Answer> answers, String... refusals) throws IOException {
    List<String> errors = new ArrayList<>();
    for (Answer answer : answers) {
      errors.add(answer.status() == 200 ? "none" : answer.json().path("error").asText());
    }
    assertThat(errors).containsOnlyOnce("none");
    errors.remove("none");
    assertThat(errors).hasSize(PARALLEL - 1).isSubsetOf(refusals).contains(refusals[0]);
  }

  private static List<Integer> statuses(List<Answer> answers) {
    return answers.stream().map(Answer::status).toList();
  }

  private static void assertAlive(ApiClient client) throws Exception {
    assertThat(client.get("/api/auth/me").status()).isEqualTo(200);
  }

  private static void assertDead(ApiClient client) throws Exception {
    assertThat(client.get("/api/auth/me").status()).isEqualTo(401);
  }

  private static List<ApiClient> unfinishedLogins(String email) throws Exception {
    List<ApiClient> clients = new ArrayList<>();
    for (int i = 0; i < PARALLEL; i++) {
      ApiClient client = client(i % nodes.count());
      assertThat(client.login(email, PASSWORD).json().path("needs_2fa").asBoolean()).isTrue();
      clients.add(client);
    }
    return clients;
  }

  private static List<Answer> useAtOnce(List<ApiClient> clients, String path, String code)
      throws Exception {
    List<Callable<Answer>> uses = new ArrayList<>();
    for (ApiClient client : clients) {
      uses.add(() -> client.send("POST", path, Map.of("code", code)));
    }
    return AtOnce.all(uses);
  }

  private static <T> List<T> onBothNodes(int calls, CallOnNode<T> call) throws Exception {
    List<Callable<T>> all = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      all.add(call.on(i % nodes.count()));
    }
    return AtOnce.all(all);
  }

  private static Enrolled enrol(String email) throws Exception {
    ApiClient client = registered(email);
    AuthenticatorApp app = setUp(client);
    assertThat(client.withCode("/api/auth/2fa/totp/confirm", app).status()).isEqualTo(200);
    return new Enrolled(client, app);
  }

  private static AuthenticatorApp setUp(ApiClient client) throws Exception {
    String secret = client.send("POST", "/api/auth/2fa/totp/setup").json().path("secret").asText();
    return new AuthenticatorApp(secret, Clock.systemUTC());
  }

  private static ApiClient registered(String email) throws Exception {
    ApiClient client = client(0);
    assertThat(client.register(email, PASSWORD).status()).isEqualTo(200);
    return client;
  }

  private static ApiClient loggedIn(int node, String email) throws Exception {
    ApiClient client = client(node);
    assertThat(client.login(email, PASSWORD).status()).isEqualTo(200);
    return client;
  }

  private static Answer register(Nodes where, int node, String email) throws Exception {
    return new ApiClient(HTTP, where.baseUrl(node)).register(email, PASSWORD);
  }

  private static ApiClient client(int node) {
    return new ApiClient(HTTP, nodes.baseUrl(node));
  }

  /** The same browser, seen by another node. */
  private static ApiClient on(int node, ApiClient client) {
    return new ApiClient(HTTP, nodes.baseUrl(node), client.cookie());
  }

  /** The log is written by a thread of its own. */
  private static long awaitAudited(String error, long lines) throws Exception {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (audited(error) < lines && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    return audited(error);
  }

  private static long audited(String error) throws IOException {
    long lines = 0;
    for (int node = 0; node < nodes.count(); node++) {
      lines +=
          nodes.audit(node).stream()
              .filter(line -> line.contains("\"error\":\"" + error + "\""))
              .count();
    }
    return lines;
  }

  private static long fullSessionsWithSecondFactor(String email) throws SQLException {
    return database.number(
        """
        SELECT count(*) FROM thogits_session JOIN thogits_user ON thogits_user.id = user_id
        WHERE canonical_email = ? AND standing = 'FULL' AND second_factor
        """,
        email);
  }

  private static DatabaseReader emptyDatabase(String name) throws SQLException {
    postgres.run("CREATE DATABASE " + name + " OWNER " + postgres.user());
    String url = postgres.jdbcUrl();
    return new DatabaseReader(url.substring(0, url.lastIndexOf('/') + 1) + name, postgres.user());
  }

  private record Enrolled(ApiClient client, AuthenticatorApp app) {}

  private interface CallOnNode<T> {
    Callable<T> on(int node);
  }
}
