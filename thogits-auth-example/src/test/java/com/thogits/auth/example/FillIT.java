package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thogits.auth.example.ServerProcess.Ended;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FillIT {
  private static final int CANNOT = 1;
  private static final int WRONG_USAGE = 2;
  private static final String CHOSEN = "chosen-battery-9";

  private final HttpClient http = ApiClient.connections();

  @TempDir Path folder;

  @Test
  void fillsADataFolder() throws Exception {
    List<String> database = List.of("--data-dir=" + folder.resolve("data"));

    Ended ended = fill(database, "--password=" + CHOSEN);

    assertThat(done(ended).has("password")).isFalse();
    assertThat(ended.stdout()).doesNotContain(CHOSEN);
    assertServed(database, CHOSEN);
  }

  @Test
  void fillsPostgresAndTellsThePasswordThatItMade() throws Exception {
    try (PostgresServer postgres = PostgresServer.started(folder.resolve("postgres"))) {
      List<String> database = new ArrayList<>(postgres.options());
      Ended ended = fill(database);
      database.add("--key-file=" + folder.resolve("keys"));
      database.add("--audit-log=" + folder.resolve("audit.log"));
      assertServed(database, done(ended).path("password").asText());
    }
  }

  @Test
  void refusesADatabaseThatHasAccounts() throws Exception {
    List<String> database = List.of("--data-dir=" + folder.resolve("data"));
    done(fill(database));
    Files.delete(tokens());

    assertThat(fill(database))
        .isEqualTo(
            new Ended(
                CANNOT,
                "",
                "thogits-auth-example: the database has accounts already; only an empty one is"
                    + " filled\n"));
    assertThat(tokens()).doesNotExist();
  }

  @Test
  void numbersThatCantBeMeantAreWrongUsage() throws Exception {
    for (String option : List.of("--accounts=0", "--accounts=many", "--sessions=-1")) {
      Ended ended =
          ServerProcess.launch(List.of(), Map.of(), List.of("fill", "--data-dir=" + folder, option))
              .ended();
      assertThat(ended.exitCode()).as(option).isEqualTo(WRONG_USAGE);
      assertThat(ended.stderr()).contains(option.substring(0, option.indexOf('=')) + " must be");
    }
    assertThat(folder).isEmptyDirectory();
  }

  /** Anybody can log in, and the sessions are alive. */
  private void assertServed(List<String> database, String password) throws Exception {
    List<String> options = new ArrayList<>(database);
    options.add("--port=0");
    try (ServerProcess server = ServerProcess.launch(List.of(), Map.of(), options).awaitReady()) {
      ApiClient client = new ApiClient(http, server.baseUrl());
      assertThat(client.login("user-000123@example.com", password).status()).isEqualTo(200);
      assertThat(client.login("user-000199@example.com", password).status()).isEqualTo(200);
      assertThat(client.login("user-000200@example.com", password).status()).isEqualTo(401);
      String cookie = client.cookies().keySet().iterator().next();
      List<String> tokens = Files.readAllLines(tokens());
      assertThat(tokens).hasSize(400).doesNotHaveDuplicates();
      for (String token : List.of(tokens.get(0), tokens.get(399))) {
        assertThat(
                new ApiClient(http, server.baseUrl(), cookie + "=" + token)
                    .get("/api/auth/me")
                    .json()
                    .path("email")
                    .asText())
            .matches("user-000[01][0-9]{2}@example\\.com");
      }
      server.stop();
    }
    assertThat(OwnerOnly.isOpenToOthers(tokens())).isFalse();
  }

  private Ended fill(List<String> database, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("fill"));
    arguments.addAll(database);
    arguments.addAll(List.of("--accounts=200", "--sessions=400", "--tokens=" + tokens()));
    arguments.addAll(List.of(more));
    return ServerProcess.launch(List.of(), Map.of(), arguments).ended();
  }

  private Path tokens() {
    return folder.resolve("tokens");
  }

  private static JsonNode done(Ended ended) throws Exception {
    assertThat(ended.stderr()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    JsonNode line = new ObjectMapper().readTree(ended.stdout());
    assertThat(line.path("accounts").asInt()).isEqualTo(200);
    assertThat(line.path("sessions").asInt()).isEqualTo(400);
    assertThat(line.path("last_email").asText()).isEqualTo("user-000199@example.com");
    return line;
  }
}
