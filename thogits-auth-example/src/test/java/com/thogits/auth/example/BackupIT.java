package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.requirements.CodeBlock;
import com.thogits.auth.requirements.CodeBlocks;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of docs/operating.md as they stand there. */
class BackupIT {
  private static final String EMAIL = "user@example.com";
  private static final String PASSWORD = "horse-battery-9";

  private final HttpClient http = ApiClient.connections();

  @TempDir Path folder;

  @Test
  void aDumpIsRestoredAndItsSessionsAreEnded() throws Exception {
    Tool.PG_DUMP.require();
    try (PostgresServer postgres = PostgresServer.started(folder.resolve("postgres"))) {
      postgres.run("CREATE DATABASE restored OWNER " + postgres.user());
      String restored = postgres.jdbcUrl().replaceFirst("[^/]*$", "restored");
      String cookie;
      try (ServerProcess server = listening(postgres.jdbcUrl(), postgres.user())) {
        cookie = registered(server);
        run("backup", Map.of("DATABASE", uri(postgres.jdbcUrl(), postgres.user())));
        server.stop();
      }

      run(
          "restore",
          Map.of(
              "RESTORED", uri(restored, postgres.user()),
              "THOGITS_JDBC_URL", restored,
              "THOGITS_JDBC_USER", postgres.user()));

      try (ServerProcess server = listening(restored, postgres.user())) {
        assertThat(me(server, cookie)).isEqualTo(401);
        assertThat(login(server)).isEqualTo(200);
        server.stop();
      }
    }
  }

  @Test
  void aCopyOfADataFolderIsABackup() throws Exception {
    String cookie;
    try (ServerProcess server = ServerProcess.listening(folder.resolve("thogits-data"))) {
      cookie = registered(server);
      server.stop();
    }

    run("folder", Map.of());

    String keys = "--key-file=" + folder.resolve("keys.backup");
    try (ServerProcess server = ServerProcess.listening(folder.resolve("backup"), keys)) {
      assertThat(me(server, cookie)).isEqualTo(200);
      assertThat(login(server)).isEqualTo(200);
      server.stop();
    }
  }

  @Test
  void theMoveIsThatOneCommand() throws Exception {
    String cookie;
    try (ServerProcess server = ServerProcess.listening(folder.resolve("thogits-data"))) {
      cookie = registered(server);
      server.stop();
    }
    String url = "jdbc:h2:file:" + folder.resolve("moved");

    run("move", Map.of("JDBC_URL", url, "THOGITS_TO_USER", "sa"));

    try (ServerProcess server = listening(url, "sa", folder.resolve("thogits-data/keys"))) {
      assertThat(me(server, cookie)).isEqualTo(200);
      server.stop();
    }
  }

  @Test
  void everyCommandIsRun() {
    assertThat(CodeBlocks.runBy("example/BackupIT").stream().map(CodeBlock::name))
        .containsExactlyInAnyOrder("move", "backup", "restore", "folder");
  }

  private void run(String block, Map<String, String> environment)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        CodeBlocks.runBy("example/BackupIT", block)
            .text()
            .replace(
                "java -jar thogits-auth-example/target/thogits-auth-example.jar",
                "'" + java + "' -jar '" + System.getProperty("example.jar") + "'");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-euc", script)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("THOGITS_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static String uri(String jdbcUrl, String user) {
    return jdbcUrl.replaceFirst("jdbc:postgresql://", "postgresql://" + user + "@");
  }

  private ServerProcess listening(String url, String user) throws IOException {
    return listening(url, user, folder.resolve("keys"));
  }

  private ServerProcess listening(String url, String user, Path keys) throws IOException {
    List<String> options = new ArrayList<>(List.of("--port=0", "--jdbc-url=" + url));
    options.addAll(
        List.of(
            "--jdbc-user=" + user,
            "--key-file=" + keys,
            "--audit-log=" + folder.resolve("audit.log")));
    return ServerProcess.launch(List.of(), Map.of(), options).awaitReady();
  }

  private String registered(ServerProcess server) throws Exception {
    ApiClient client = new ApiClient(http, server.baseUrl());
    assertThat(client.register(EMAIL, PASSWORD).status()).isEqualTo(200);
    return client.cookie();
  }

  private int me(ServerProcess server, String cookie) throws Exception {
    return new ApiClient(http, server.baseUrl(), cookie).get("/api/auth/me").status();
  }

  private int login(ServerProcess server) throws Exception {
    return new ApiClient(http, server.baseUrl()).login(EMAIL, PASSWORD).status();
  }
}
