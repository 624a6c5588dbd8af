package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.example.ServerProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The keys that TOTP secrets are sealed with outlive the server, and it starts with no others. */
class KeyFileIT {
  private static final int CANNOT_START = 1;

  @TempDir Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itIsMadeOnceForItsOwnerAlone() throws Exception {
    startAndStop();
    String made = Files.readString(file());
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    startAndStop();
    assertThat(Files.readString(file())).isEqualTo(made);
  }

  @Test
  void aLostOneIsAClearErrorUntilItIsBroughtBack() throws Exception {
    startAndStop();
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(file(), elsewhere);
    assertThat(refusal()).startsWith("the key file " + file() + " is missing; the database needs");
    assertThat(file()).doesNotExist();
    Files.move(elsewhere, file());
    startAndStop();
  }

  @Test
  void anotherOneIsAClearError() throws Exception {
    startAndStop();
    Path another = folder.resolve("another");
    new KeyFile(another, new SecureRandom()).createOrRead(KeyRing.generate(new SecureRandom()));
    assertThat(refusal("--key-file=" + another))
        .startsWith("the key file " + another + " is not the database's: ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void oneThatOthersCanReadIsAClearError() throws Exception {
    startAndStop();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(refusal())
        .isEqualTo(
            "the key file " + file() + " is open to others than its owner; chmod 600 closes it");
  }

  @Test
  void serversOnOneDatabaseShareIt() throws Exception {
    Path keys = folder.resolve("shared/keys");
    Map<String, String> environment =
        Map.of(
            "THOGITS_JDBC_URL",
            "jdbc:h2:file:" + folder.resolve("own") + ";AUTO_SERVER=TRUE;DB_CLOSE_ON_EXIT=TRUE",
            "THOGITS_JDBC_USER",
            "somebody",
            "THOGITS_KEY_FILE",
            keys.toString());
    List<String> arguments = List.of("--port=0", "--audit-log=-");
    try (ServerProcess one = ServerProcess.launch(List.of(), environment, arguments).awaitReady();
        ServerProcess two = ServerProcess.launch(List.of(), environment, arguments).awaitReady()) {
      String user = "user@example.com";
      ApiClient.Answer registered =
          new ApiClient(ApiClient.connections(), one.baseUrl()).register(user, "horse-battery-9");
      assertThat(registered.status()).isEqualTo(200);
      assertThat(
              new ApiClient(ApiClient.connections(), two.baseUrl())
                  .login(user, "horse-battery-9")
                  .status())
          .isEqualTo(200);
    }
    assertThat(Files.readString(keys).lines().filter(line -> !line.startsWith("#"))).hasSize(1);
  }

  private void startAndStop() throws Exception {
    try (ServerProcess server = ServerProcess.listening(data())) {
      server.stop();
    }
  }

  private String refusal(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--port=0", "--data-dir=" + data()));
    arguments.addAll(List.of(more));
    Ended ended = ServerProcess.launch(List.of(), Map.of(), arguments).ended();
    assertThat(ended.exitCode()).isEqualTo(CANNOT_START);
    assertThat(ended.stderr()).startsWith("thogits-auth-example: ").hasLineCount(1);
    return ended.stderr().strip().substring("thogits-auth-example: ".length());
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path file() {
    return data().resolve("keys");
  }
}
