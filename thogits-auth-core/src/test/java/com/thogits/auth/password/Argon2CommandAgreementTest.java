package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Agreement with the {@code argon2} command of the reference implementation. Skipped where it is
 * not installed, unless the system property {@code thogits.optional} is {@code required}.
 */
class Argon2CommandAgreementTest {

  @BeforeAll
  static void findArgon2() {
    boolean installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "argon2")));
    String message = "argon2 is not on the PATH: agreement with it is not tested";
    if ("required".equals(System.getProperty("thogits.optional"))) {
      assertThat(installed).as(message).isTrue();
    }
    assumeThat(installed).as(message).isTrue();
  }

  @Test
  void hashesMadeByTheCommandMatch() throws Exception {
    Argon2id argon2id = new Argon2id(new SecureRandom());
    Random random = new Random(9106);
    for (int i = 0; i < 50; i++) {
      int lanes = random.nextInt(1, 5);
      String password = "pässword %x".formatted(random.nextLong());

      String encoded =
          command(
              password,
              "salt%x".formatted(random.nextInt(1 << 24, 1 << 30)),
              "-id",
              "-v",
              "13",
              "-e",
              "-t",
              Integer.toString(random.nextInt(1, 6)),
              "-k",
              Integer.toString(random.nextInt(8 * lanes, 4096)),
              "-p",
              Integer.toString(lanes),
              "-l",
              Integer.toString(random.nextInt(16, 65)));

      assertThat(argon2id.verify(Password.of(password), encoded)).as(encoded).isTrue();
      assertThat(argon2id.verify(Password.of(password + "."), encoded)).as(encoded).isFalse();
      assertThat(Argon2idHash.decode(encoded).encode()).isEqualTo(encoded);
    }
  }

  private static String command(String password, String... arguments) throws Exception {
    Process argon2 =
        new ProcessBuilder(Stream.concat(Stream.of("argon2"), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    argon2.getOutputStream().write(password.getBytes(StandardCharsets.UTF_8));
    argon2.getOutputStream().close();
    String output = new String(argon2.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(argon2.waitFor()).as(output).isZero();
    return output.trim();
  }
}
