package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process whose address space is bounded asks for a hash that does not fit into it. */
@EnabledOnOs(OS.LINUX)
class MemoryExhaustionTest {

  @Test
  void memoryThatIsNotGivenIsOverloadAndSmallerHashesGoOn() throws Exception {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -v 3000000 && exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:ReservedCodeCacheSize=32m",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("overloaded: the operating system did not give the memory for a hash, PT1S")
        .contains("verified");
  }

  /** Runs in a Java process of its own, because the bound is the process's. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      Argon2Parameters fourGib = new Argon2Parameters(4 * 1024 * 1024, 1, 1);
      Argon2id argon2id = new Argon2id(fourGib, fourGib, new SecureRandom());
      Password password = Password.of("correct horse");
      for (int i = 0; i < 20; i++) {
        try {
          argon2id.hash(password);
        } catch (HashingOverloadedException e) {
          System.out.println("overloaded: " + e.getMessage() + ", " + e.retryAfter());
        }
      }
      Argon2id owasp = new Argon2id(new SecureRandom());
      if (owasp.verify(password, owasp.hash(password))) {
        System.out.println("verified");
      }
    }
  }
}
