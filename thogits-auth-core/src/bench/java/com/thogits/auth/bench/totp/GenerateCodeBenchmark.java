package com.thogits.auth.bench.totp;

import com.thogits.auth.totp.Totp;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The code of one moment. */
@State(Scope.Thread)
public class GenerateCodeBenchmark {
  private final Given given = new Given();

  @Setup
  public void allGenerateTheSameCode() throws CodeGenerationException {
    String padded = String.format(Locale.ROOT, "%06d", googleauth());
    if (Set.copyOf(List.of(thogits(), padded, samstevens(), otpJava())).size() != 1) {
      throw new IllegalStateException("not all generate " + thogits());
    }
  }

  @Benchmark
  public String thogits() {
    return Totp.AUTHENTICATOR_APPS.generate(given.secret, Given.NOW);
  }

  @Benchmark
  public long limit() throws GeneralSecurityException, CloneNotSupportedException {
    return new HmacSha1Limit(given.bytes).sum(Given.STEP, Given.STEP);
  }

  @Benchmark
  public int googleauth() {
    return given.googleauth.getTotpPassword(given.base32, Given.NOW.toEpochMilli());
  }

  @Benchmark
  public String samstevens() throws CodeGenerationException {
    return given.samstevensGenerator.generate(given.base32, Given.STEP);
  }

  @Benchmark
  public String otpJava() {
    return given.otpJava.at(Given.NOW);
  }
}
