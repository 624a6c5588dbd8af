package com.thogits.auth.example;

import com.thogits.auth.password.Argon2Parameters;
import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The limit of logins: the native call at the default cost, on all processors, nothing else. */
final class RawHashing {
  private static final Argon2Parameters COST = Argon2Parameters.OWASP;
  private static final byte[] CHOSEN = "horse-battery-9".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST_LENGTH = 32;

  private final Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);

  /** Hashes a second. */
  double perSecond(int seconds) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Callable<Double>> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      threads.add(() -> perSecondUntil(end));
    }
    return AtOnce.all(threads).stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Of one thread; the last hash is counted with the time that it took. */
  private double perSecondUntil(long end) {
    hash();
    long begin = System.nanoTime();
    long now = begin;
    long hashes = 0;
    while (now - end < 0) {
      hash();
      hashes++;
      now = System.nanoTime();
    }
    return hashes * 1e9 / (now - begin);
  }

  private void hash() {
    argon2.pbkdf(
        COST.iterations(), COST.memoryKib(), COST.parallelism(), CHOSEN, SALT, DIGEST_LENGTH);
  }
}
