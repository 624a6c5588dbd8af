package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.thogits.auth.example.ServerProcess.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever keeps the server from starting is said in one line. */
class StartFailureIT {
  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --prot=80              | there is no option --prot
          --jdbc-pasword=hidden  | there is no option --jdbc-pasword
          8080                   | argument 1 is not an option
          --port                 | --port needs a value: --port=...
          --port=                | --port needs a value: --port=...
          --port=65536           | --port must be a number from 0 to 65535
          --port=-1              | --port must be a number from 0 to 65535
          --port=http            | --port must be a number from 0 to 65535
          --port=1 --port=1      | --port is given twice
          --help=yes             | --help takes no value
          --insecure-cookies=no  | --insecure-cookies takes no value
          --jdbc-user=u          | a database user or password needs --jdbc-url or THOGITS_JDBC_URL
          --data-dir=d --jdbc-url=jdbc:h2:mem: | --data-dir and --jdbc-url exclude each other
          --trusted-proxy=nonsense | --trusted-proxy must be an address or a range like 10.0.0.0/8
          --login-failures-per-address=0 | --login-failures-per-address must be a number from 1 to 1000000
          --registrations-per-address=x | --registrations-per-address must be a number from 1 to 1000000
          --key-file=/           | --key-file is a folder
          --yes                  | there is no option --yes
          admin                  | admin needs a command
          admin destroy          | there is no such admin command
          admin find             | usage: admin find EMAIL
          admin end-all-sessions x --yes | usage: admin end-all-sessions
          admin end-all-sessions | end-all-sessions can't be undone and needs --yes
          admin delete a@b.c     | delete can't be undone and needs --yes
          admin find a@b.c --port=1 | there is no option --port
          --allowed-origin=nonsense | --allowed-origin must be an origin like https://app.example.com
          """)
  void aWrongOption(String arguments, String reason) throws Exception {
    expect(fails(arguments.split(" ")), WRONG_USAGE, reason + "; --help lists the options");
  }

  @Test
  void aTakenPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      expect(
          fails("--port=" + taken.getLocalPort(), "--data-dir=" + folder),
          CANNOT_START,
          "port " + taken.getLocalPort() + " on localhost is taken");
    }
  }

  @Test
  void anAddressOfAnotherMachine() throws Exception {
    expect(
        fails("--port=0", "--host=192.0.2.1", "--data-dir=" + folder),
        CANNOT_START,
        "cannot listen on 192.0.2.1 port 0: Cannot assign requested address");
  }

  @Test
  void anUnknownHost() throws Exception {
    expect(
        fails("--port=0", "--host=host.invalid", "--data-dir=" + folder),
        CANNOT_START,
        "there is no host host.invalid");
  }

  @Test
  void aDataFolderThatIsAFile() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    expect(
        fails("--port=0", "--data-dir=" + file),
        CANNOT_START,
        "cannot write in the data folder " + file + ": it is a file");
  }

  @Test
  void aDataFolderThatCannotBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Path below = file.resolve("data");
    expect(
        fails("--port=0", "--data-dir=" + below),
        CANNOT_START,
        "cannot write in the data folder " + below + ": Not a directory");
  }

  @Test
  void aDataFolderThatCannotBeWritten() throws Exception {
    assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "not as root");
    expect(
        fails("--port=0", "--data-dir=" + folder),
        CANNOT_START,
        "cannot write in the data folder " + folder);
  }

  @Test
  void aDataFolderWhosePathWouldChangeTheDatabaseUrl() throws Exception {
    expect(
        fails("--port=0", "--data-dir=" + folder.resolve("a;MODE=MySQL")),
        CANNOT_START,
        "the data folder's path must not contain a semicolon");
  }

  @Test
  void aDatabaseFileThatIsNone() throws Exception {
    Files.writeString(folder.resolve("thogits.mv.db"), "x".repeat(20_000));
    Ended ended = fails("--port=0", "--data-dir=" + folder);
    assertThat(ended.exitCode()).isEqualTo(CANNOT_START);
    assertThat(ended.stderr())
        .startsWith("thogits-auth-example: cannot open the database: ")
        .hasLineCount(1);
  }

  @Test
  void aSecondServerOnOneDataFolder() throws Exception {
    try (ServerProcess first = ServerProcess.listening(folder)) {
      expect(
          fails("--port=0", "--data-dir=" + folder),
          CANNOT_START,
          "the database is in use by another process; stop that first");
      first.terminate();
      assertThat(first.ended().stderr()).isEmpty();
    }
  }

  @Test
  void aDatabaseServerThatIsNotThere() throws Exception {
    Ended ended = fails("--port=0", "--jdbc-url=jdbc:postgresql://localhost:1/x?password=hidden");
    assertThat(ended.exitCode()).isEqualTo(CANNOT_START);
    assertThat(ended.stderr())
        .startsWith(
            "thogits-auth-example: cannot open the database: Connection to localhost:1 refused.")
        .hasLineCount(1)
        .doesNotContain("hidden");
  }

  @Test
  void aDatabaseThatNoDriverKnows() throws Exception {
    expect(
        fails("--port=0", "--jdbc-url=jdbc:hidden:x"),
        CANNOT_START,
        "the JDBC URL is for no database that this server speaks with");
  }

  @Test
  void aWrongDatabasePasswordFromTheEnvironment() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("own");
    Map<String, String> right = environment(url, "right");
    try (ServerProcess first =
        ServerProcess.launch(List.of(), right, List.of("--port=0", "--audit-log=-")).awaitReady()) {
      first.terminate();
      assertThat(first.ended().stderr()).isEmpty();
    }
    Ended ended =
        ServerProcess.launch(List.of(), environment(url, "wrong"), List.of("--port=0")).ended();
    expect(ended, CANNOT_START, "the database refuses this user and password");
  }

  @Test
  void anArgon2LibraryThatCannotBeUnpacked() throws Exception {
    Path nowhere = Files.createFile(folder.resolve("file")).resolve("below");
    Ended ended =
        ServerProcess.launch(
                List.of("-Djna.tmpdir=" + nowhere),
                Map.of(),
                List.of("--port=0", "--data-dir=" + folder))
            .ended();
    assertThat(ended.exitCode()).isEqualTo(CANNOT_START);
    assertThat(ended.stderr())
        .startsWith("thogits-auth-example: the native argon2 library could not be loaded.")
        .hasLineCount(1);
  }

  private Map<String, String> environment(String url, String password) {
    return Map.of(
        "THOGITS_JDBC_URL",
        url,
        "THOGITS_JDBC_USER",
        "somebody",
        "THOGITS_JDBC_PASSWORD",
        password,
        "THOGITS_KEY_FILE",
        folder.resolve("keys").toString());
  }

  private static Ended fails(String... arguments) throws IOException, InterruptedException {
    return ServerProcess.launch(List.of(), Map.of(), List.of(arguments)).ended();
  }

  private static void expect(Ended ended, int exitCode, String reason) {
    assertThat(ended.stderr())
        .isEqualTo("thogits-auth-example: " + reason + System.lineSeparator());
    assertThat(ended.exitCode()).isEqualTo(exitCode);
    assertThat(ended.stdout()).isEmpty();
  }
}
