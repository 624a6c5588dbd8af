package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Agreement with {@code oathtool}, another implementation. Skipped where it is not installed,
 * unless the system property {@code thogits.optional} is {@code required}.
 */
class OathtoolAgreementTest {
  private static final int SECRETS = 2_000;
  private static final int CODES_EACH = 3;

  @TempDir private Path folder;

  @BeforeAll
  static void findOathtool() {
    boolean installed =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry, "oathtool")));
    String message = "oathtool is not on the PATH: agreement with it is not tested";
    if ("required".equals(System.getProperty("thogits.optional"))) {
      assertThat(installed).as(message).isTrue();
    }
    assumeThat(installed).as(message).isTrue();
  }

  @Test
  void codesAgreeForThousandsOfSecretsAndTimes() throws Exception {
    Random random = new Random(20_000_000_000L);
    StringBuilder script = new StringBuilder();
    List<String> ours = new ArrayList<>();
    List<HmacAlgorithm> algorithms = List.of(HmacAlgorithm.values());
    for (int i = 0; i < SECRETS; i++) {
      HmacAlgorithm algorithm = algorithms.get(random.nextInt(algorithms.size()));
      int digits = 6 + random.nextInt(3);
      long period = i % 4 == 0 ? random.nextLong(1, 300) : 30;
      long second = random.nextLong(20_000_000_000L);
      byte[] bytes = new byte[random.nextInt(16, 65)];
      random.nextBytes(bytes);

      script.append(
          "oathtool --totp=%s -d %d -s %ds -N @%d -w %d %s%n"
              .formatted(
                  algorithm.otpauthName(),
                  digits,
                  period,
                  second,
                  CODES_EACH - 1,
                  HexFormat.of().formatHex(bytes)));
      Totp totp = new Totp(algorithm, digits, Duration.ofSeconds(period));
      for (int step = 0; step < CODES_EACH; step++) {
        Instant at = Instant.ofEpochSecond(second + step * period);
        ours.add(totp.generate(TotpSecret.ofBytes(bytes), at));
      }
    }

    assertThat(run(script)).hasSize(SECRETS * CODES_EACH).isEqualTo(ours);
  }

  @Test
  void oathtoolReadsOurBase32() throws Exception {
    Random random = new Random(4648);
    StringBuilder script = new StringBuilder();
    List<String> ours = new ArrayList<>();
    Instant at = Instant.ofEpochSecond(1_700_000_000);
    for (int length = TotpSecret.MIN_LENGTH; length <= 64; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      TotpSecret secret = TotpSecret.ofBytes(bytes);

      script.append(
          "oathtool --totp -b -N @%d %s%n".formatted(at.getEpochSecond(), secret.toBase32()));
      ours.add(Totp.AUTHENTICATOR_APPS.generate(secret, at));
    }

    assertThat(run(script)).isEqualTo(ours);
  }

  private List<String> run(CharSequence script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("script.sh"), "set -e\n" + script);
    Path output = folder.resolve("output");
    Process shell =
        new ProcessBuilder("sh", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(shell.waitFor()).as("exit status").isZero();
    return Files.readAllLines(output, StandardCharsets.UTF_8);
  }
}
