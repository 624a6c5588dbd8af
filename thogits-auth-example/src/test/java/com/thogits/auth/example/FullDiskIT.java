package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.thogits.auth.example.ServerProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The audit log lies on a disk without room: Linux's device that is always full. Skipped where it
 * is missing, unless the system property {@code thogits.optional} is {@code required}.
 */
class FullDiskIT {
  private static final Path FULL = Path.of("/dev/full");
  private static final String EMAIL = "user@example.com";
  private static final String PASSWORD = "horse-battery-9";
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir Path folder;

  @BeforeAll
  static void findTheDevice() {
    String missing = FULL + " is missing: a full disk is not tested";
    if (Tool.REQUIRED) {
      assertThat(FULL).as(missing).exists();
    }
    assumeTrue(Files.exists(FULL), missing);
  }

  @Test
  void theServerServesOnAndSaysOnceThatItsAuditLogIsLost() throws Exception {
    try (ServerProcess server = ServerProcess.listening(folder, "--audit-log=" + FULL)) {
      ApiClient client = new ApiClient(ApiClient.connections(), server.baseUrl());
      assertThat(client.register(EMAIL, PASSWORD).status()).isEqualTo(200);
      assertThat(client.login(EMAIL, "wrong-battery-9").status()).isEqualTo(401);
      assertThat(client.login(EMAIL, PASSWORD).status()).isEqualTo(200);
      assertThat(client.get("/api/auth/me").status()).isEqualTo(200);
      server.terminate();
      Ended ended = server.ended();
      assertThat(ended.stderr())
          .containsOnlyOnce("The audit log can't be written; lines are lost until it can.")
          .doesNotContain(EMAIL, "Exception");
      assertThat(ended.stdout()).isEmpty();
      assertThat(ended.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
    }
    assertThat(folder.resolve("audit.log")).doesNotExist();
  }
}
