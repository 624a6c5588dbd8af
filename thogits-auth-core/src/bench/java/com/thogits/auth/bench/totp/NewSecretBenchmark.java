package com.thogits.auth.bench.totp;

import com.bastiaanjansen.otp.SecretGenerator;
import com.thogits.auth.totp.TotpSecret;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import java.security.SecureRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 160 random bits as base32. The limit is the randomness alone. */
@State(Scope.Thread)
public class NewSecretBenchmark {
  private static final int BITS = 160;

  private final SecureRandom random = new SecureRandom();
  private final DefaultSecretGenerator samstevens = new DefaultSecretGenerator(BITS / 5);

  @Benchmark
  public String thogits() {
    return TotpSecret.random(random).toBase32();
  }

  @Benchmark
  public byte[] limit() {
    byte[] drawn = new byte[BITS / 8];
    random.nextBytes(drawn);
    return drawn;
  }

  @Benchmark
  public String samstevens() {
    return samstevens.generate();
  }

  @Benchmark
  public byte[] otpJava() {
    return SecretGenerator.generate(BITS);
  }
}
