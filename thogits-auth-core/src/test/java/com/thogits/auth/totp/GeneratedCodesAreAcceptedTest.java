package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties over random secrets, times and parameters; the seeds are fixed. */
class GeneratedCodesAreAcceptedTest {
  private static final int ROUNDS = 5_000;

  @Test
  void aCodeGeneratedInTheWindowIsAcceptedOnceAndOnlyOnce() {
    Random random = new Random(6238);
    for (int round = 0; round < ROUNDS; round++) {
      Totp totp = anyTotp(random);
      TotpSecret secret = anySecret(random);
      int drift = random.nextInt(Totp.MAX_DRIFT + 1);
      long period = totp.period().toSeconds();
      Instant server = Instant.ofEpochSecond(random.nextLong(20L * period, 1L << 36));
      Instant app = server.plusSeconds(period * random.nextInt(-drift, drift + 1));

      String code = totp.generate(secret, app);
      OptionalLong matched = totp.match(secret, code, server, drift, Totp.NO_STEP_USED);

      assertThat(code).as("round %d, %s", round, totp).matches("[0-9]{" + totp.digits() + "}");
      assertThat(matched).as("round %d, %s", round, totp).isPresent();
      long step = matched.getAsLong();
      assertThat(step).isGreaterThanOrEqualTo(totp.step(app));
      assertThat(Math.abs(step - totp.step(server))).isLessThanOrEqualTo(drift);
      assertThat(new Hotp(totp.algorithm(), totp.digits()).generate(secret, step)).isEqualTo(code);
      assertThat(totp.match(secret, code, server, drift, step)).as("replay").isEmpty();
    }
  }

  @Test
  void aWrongCodeIsRefused() {
    Random random = new Random(4226);
    for (int round = 0; round < ROUNDS; round++) {
      Totp totp = anyTotp(random);
      TotpSecret secret = anySecret(random);
      Instant at = Instant.ofEpochSecond(random.nextLong(1L << 36));
      char[] code = totp.generate(secret, at).toCharArray();
      int changed = random.nextInt(code.length);
      code[changed] = (char) ('0' + (code[changed] - '0' + 1 + random.nextInt(9)) % 10);

      assertThat(totp.match(secret, new String(code), at, 0, Totp.NO_STEP_USED))
          .as("round %d, %s", round, totp)
          .isEmpty();
    }
  }

  private static Totp anyTotp(Random random) {
    List<HmacAlgorithm> algorithms = List.of(HmacAlgorithm.values());
    return new Totp(
        algorithms.get(random.nextInt(algorithms.size())),
        6 + random.nextInt(3),
        Duration.ofSeconds(random.nextBoolean() ? 30 : random.nextInt(1, 300)));
  }

  private static TotpSecret anySecret(Random random) {
    byte[] bytes = new byte[random.nextInt(TotpSecret.MIN_LENGTH, TotpSecret.MAX_LENGTH + 1)];
    random.nextBytes(bytes);
    return TotpSecret.ofBytes(bytes);
  }
}
