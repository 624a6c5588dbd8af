package com.thogits.auth.bench.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.BoundedHasher;
import com.thogits.auth.password.Password;
import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** One password, hashed by everybody at the same cost. */
final class Hashers {
  private static final Argon2Parameters COST = Argon2Parameters.OWASP;
  private static final String PASSWORD = "correct horse battery staple";
  private static final String SALT = "0123456789abcdef";
  private static final int DIGEST_LENGTH = 32;

  final Argon2id argon2id = new Argon2id(new SecureRandom());
  final BoundedHasher thogits =
      new BoundedHasher(
          argon2id, Runtime.getRuntime().availableProcessors(), 100, Duration.ofMinutes(1));
  final String hash = argon2id.hash(password());

  private final Argon2Advanced argon2Jvm = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);
  private final Argon2Function password4j =
      Argon2Function.getInstance(
          COST.memoryKib(), COST.iterations(), COST.parallelism(), DIGEST_LENGTH, Argon2.ID);

  Hashers() {
    if (!Arrays.equals(nativeCall(), bouncyCastle())
        || !Arrays.equals(nativeCall(), password4j())) {
      throw new IllegalStateException("not the same work");
    }
  }

  /** A new one for each use: it belongs to one thread. */
  static Password password() {
    return Password.of(PASSWORD);
  }

  byte[] nativeCall() {
    return argon2Jvm.pbkdf(
        COST.iterations(),
        COST.memoryKib(),
        COST.parallelism(),
        PASSWORD.getBytes(StandardCharsets.UTF_8),
        SALT.getBytes(StandardCharsets.UTF_8),
        DIGEST_LENGTH);
  }

  byte[] bouncyCastle() {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(COST.memoryKib())
            .withIterations(COST.iterations())
            .withParallelism(COST.parallelism())
            .withSalt(SALT.getBytes(StandardCharsets.UTF_8))
            .build());
    byte[] digest = new byte[DIGEST_LENGTH];
    generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), digest);
    return digest;
  }

  byte[] password4j() {
    return password4j.hash(PASSWORD, SALT).getBytes();
  }
}
