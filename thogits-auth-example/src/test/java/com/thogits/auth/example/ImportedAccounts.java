package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.ServerProcess.Ended;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.Password;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Accounts for a storm of logins. To register them would take longer than the storm. */
final class ImportedAccounts {
  static final String CHOSEN = "horse-battery-9";

  private ImportedAccounts() {}

  /** One hash for all of them. */
  static void fill(Path dataFolder, int accounts) throws Exception {
    String hash;
    try (Password password = Password.of(CHOSEN)) {
      hash = new Argon2id(new SecureRandom()).hash(password);
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      lines.add("{\"email\": \"" + email(i) + "\", \"password_hash\": \"" + hash + "\"}");
    }
    Path file = Files.createTempFile("accounts", ".jsonl");
    try {
      Files.write(file, lines);
      Ended imported = ServerProcess.admin(dataFolder, "import", file.toString());
      assertThat(imported.exitCode()).as(imported.stderr()).isZero();
    } finally {
      Files.delete(file);
    }
  }

  static String email(int i) {
    return "storm" + i + "@example.com";
  }
}
