package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thogits.auth.example.ServerProcess.Ended;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a data folder to PostgreSQL and back, with people signed in. */
class CopyIT {
  private static final String EMAIL = "user@example.com";
  private static final String PASSWORD = "horse-battery-9";
  private static final int CANNOT = 1;
  private static final int WRONG_USAGE = 2;
  private static final int REFUSED = 3;

  private final HttpClient http = ApiClient.connections();

  @TempDir Path folder;

  @Test
  void everybodyIsStillSignedInAfterwards() throws Exception {
    try (PostgresServer postgres = PostgresServer.started(folder.resolve("postgres"))) {
      Path data = folder.resolve("data");
      Path keys = data.resolve("keys");
      String cookie;
      AuthenticatorApp app;
      try (ServerProcess server = ServerProcess.listening(data)) {
        ApiClient client = new ApiClient(http, server.baseUrl());
        assertThat(client.register(EMAIL, PASSWORD).status()).isEqualTo(200);
        app = turnTotpOn(client);
        cookie = client.cookie();
        assertThat(login(server, "wrong-battery-9").status()).isEqualTo(401);
        assertEnded(
            copy(data.toString(), postgres.jdbcUrl(), postgres.user()),
            CANNOT,
            "--from: the database is in use by another process; stop that first");
        server.stop();
      }

      JsonNode there = copied(copy(data.toString(), postgres.jdbcUrl(), postgres.user()));
      assertThat(rows(there))
          .containsExactly(
              "thogits_key 2", "thogits_user 1", "thogits_session 1", "thogits_attempt 3");
      JsonNode again = copied(copy(data.toString(), postgres.jdbcUrl(), postgres.user()));
      assertThat(again.findValuesAsText("written")).containsOnly("0");
      assertThat(again.findValuesAsText("digest")).isEqualTo(there.findValuesAsText("digest"));

      List<String> onPostgres = new ArrayList<>(postgres.options());
      onPostgres.addAll(
          List.of("--port=0", "--key-file=" + keys, "--audit-log=" + folder.resolve("audit.log")));
      try (ServerProcess server =
          ServerProcess.launch(List.of(), Map.of(), onPostgres).awaitReady()) {
        assertLetIn(server, cookie, app);
        server.stop();
      }
      assertEnded(
          copy(data.toString(), postgres.jdbcUrl(), postgres.user()),
          REFUSED,
          "nothing is copied: The target's table thogits_user holds what the source does not. A"
              + " copy needs an empty target, or one that nothing but an earlier run of the same"
              + " copy has written to.");

      Path back = folder.resolve("back");
      JsonNode home =
          copied(
              ServerProcess.launch(
                      List.of(),
                      Map.of("THOGITS_FROM_USER", postgres.user()),
                      List.of("copy", "--from=" + postgres.jdbcUrl(), "--to=" + back))
                  .ended());
      assertThat(home.findValuesAsText("rows")).startsWith("2", "1");
      try (ServerProcess server = ServerProcess.listening(back, "--key-file=" + keys)) {
        assertLetIn(server, cookie, app);
        server.stop();
      }
    }
  }

  @Test
  void aMistypedSourceIsNotMade() throws Exception {
    Path missing = folder.resolve("missing");
    String target = "jdbc:h2:file:" + folder.resolve("target");
    assertEnded(
        copy(missing.toString(), target, "sa"),
        CANNOT,
        "--from: there is no database in " + missing);
    Ended url = copy("jdbc:h2:file:" + missing, target, "sa");
    assertThat(url.exitCode()).isEqualTo(CANNOT);
    assertThat(url.stderr()).contains("--from: ").contains("not found").hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSourceWithoutAccountsIsRefused() throws Exception {
    Path empty = folder.resolve("empty");
    Database.connect(new DatabaseLocation.DataFolder(empty)).close();
    Ended ended =
        ServerProcess.launch(
                List.of(),
                Map.of(),
                List.of("copy", "--from=" + empty, "--to=" + folder.resolve("to")))
            .ended();
    assertEnded(
        ended,
        REFUSED,
        "nothing is copied: The source holds no accounts: it has no tables for them.");
  }

  @Test
  void whatCantBeMeantIsWrongUsage() throws Exception {
    String sayings = "; --help lists the options";
    assertEnded(copy("a", "a", ""), WRONG_USAGE, "--from and --to are the same database" + sayings);
    assertEnded(
        ServerProcess.launch(List.of(), Map.of(), List.of("copy", "--from=a")).ended(),
        WRONG_USAGE,
        "copy needs --from=... and --to=..." + sayings);
    assertEnded(
        copy("jdbc:h2:a", "b", "user"),
        WRONG_USAGE,
        "a database user or password needs a JDBC URL as --to" + sayings);
  }

  private void assertLetIn(ServerProcess server, String cookie, AuthenticatorApp app)
      throws Exception {
    assertThat(new ApiClient(http, server.baseUrl(), cookie).get("/api/auth/me").status())
        .isEqualTo(200);
    ApiClient client = new ApiClient(http, server.baseUrl());
    assertThat(client.login(EMAIL, PASSWORD).json().path("needs_2fa").asBoolean()).isTrue();
    ApiClient.Answer answer = client.withCode("/api/auth/2fa/totp/verify", app);
    assertThat(answer.json().path("email").asText()).isEqualTo(EMAIL);
  }

  private ApiClient.Answer login(ServerProcess server, String password) throws Exception {
    return new ApiClient(http, server.baseUrl()).login(EMAIL, password);
  }

  private static AuthenticatorApp turnTotpOn(ApiClient client) throws Exception {
    String secret = client.send("POST", "/api/auth/2fa/totp/setup").json().path("secret").asText();
    AuthenticatorApp app = new AuthenticatorApp(secret, Clock.systemUTC());
    assertThat(client.withCode("/api/auth/2fa/totp/confirm", app).status()).isEqualTo(200);
    return app;
  }

  private static Ended copy(String from, String to, String toUser) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("copy", "--from=" + from, "--to=" + to));
    if (!toUser.isEmpty()) {
      arguments.add("--to-user=" + toUser);
    }
    return ServerProcess.launch(List.of(), Map.of(), arguments).ended();
  }

  private static JsonNode copied(Ended ended) throws Exception {
    assertThat(ended.stderr()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.stdout()).hasLineCount(1);
    return new ObjectMapper().readTree(ended.stdout());
  }

  private static List<String> rows(JsonNode report) {
    List<String> rows = new ArrayList<>();
    report
        .path("tables")
        .forEach(table -> rows.add(table.path("table").asText() + " " + table.path("rows")));
    return rows;
  }

  private static void assertEnded(Ended ended, int exitCode, String saying) {
    assertThat(ended).isEqualTo(new Ended(exitCode, "", "thogits-auth-example: " + saying + "\n"));
  }
}
