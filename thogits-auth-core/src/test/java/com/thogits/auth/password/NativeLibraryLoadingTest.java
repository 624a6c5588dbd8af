package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library is unpacked at start; where no folder takes it, construction says so. */
class NativeLibraryLoadingTest {
  @TempDir private Path folder;

  @Test
  void withoutAWritableFolderConstructionFailsWithAdvice() throws Exception {
    // Below a file no folder can be made, not even by root.
    Path nowhere = Files.createFile(folder.resolve("file")).resolve("nowhere");

    String output = construct(nowhere);

    assertThat(output)
        .contains("IllegalStateException: the native argon2 library could not be loaded")
        .contains("jna.tmpdir")
        .doesNotContain("constructed");
  }

  @Test
  void withAWritableFolderConstructionSucceeds() throws Exception {
    assertThat(construct(folder)).contains("constructed");
  }

  private static String construct(Path home) throws Exception {
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + home,
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true);
    java.environment().remove("XDG_CACHE_HOME");
    Process process = java.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  /** Runs in a Java process of its own, because the library is loaded once. */
  static final class Program {
    private Program() {}

    /** Tries twice: the second failure has another cause, and must have the same message. */
    public static void main(String[] args) {
      try {
        construct();
      } catch (IllegalStateException e) {
        construct();
      }
    }

    private static void construct() {
      if (!new Argon2id(new SecureRandom()).unmatchable().isEmpty()) {
        System.out.println("constructed");
      }
    }
  }
}
