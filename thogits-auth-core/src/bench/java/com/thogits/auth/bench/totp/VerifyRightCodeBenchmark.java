package com.thogits.auth.bench.totp;

import com.thogits.auth.totp.Totp;
import java.security.GeneralSecurityException;
import java.util.OptionalLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The code of the present step, with one step of drift allowed either way; some peers stop there.
 *
 * <p>The limit hashes the same three counters, the padded key included, and compares nothing.
 */
@State(Scope.Thread)
public class VerifyRightCodeBenchmark {
  private final Given given = new Given();
  private final String code = Totp.AUTHENTICATOR_APPS.generate(given.secret, Given.NOW);
  private final int number = Integer.parseInt(code);

  @Benchmark
  public OptionalLong thogits() {
    return Totp.AUTHENTICATOR_APPS.match(
        given.secret, code, Given.NOW, Given.DRIFT, Totp.NO_STEP_USED);
  }

  @Benchmark
  public long limit() throws GeneralSecurityException, CloneNotSupportedException {
    return new HmacSha1Limit(given.bytes).sum(Given.STEP - Given.DRIFT, Given.STEP + Given.DRIFT);
  }

  @Benchmark
  public boolean googleauth() {
    return given.googleauth.authorize(given.base32, number, Given.NOW.toEpochMilli());
  }

  @Benchmark
  public boolean samstevens() {
    return given.samstevensVerifier.isValidCode(given.base32, code);
  }

  @Benchmark
  public boolean otpJava() {
    return given.otpJava.verify(code, Given.DRIFT);
  }
}
