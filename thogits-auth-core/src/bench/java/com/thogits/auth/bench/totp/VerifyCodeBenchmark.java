package com.thogits.auth.bench.totp;

import com.thogits.auth.totp.Totp;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A code that is none of the three in the window, and the code of the present step, where some
 * peers stop.
 *
 * <p>The limit hashes the same three counters, the padded key included, and compares nothing.
 */
@State(Scope.Thread)
public class VerifyCodeBenchmark {
  @Param({"wrong", "right"})
  public String typed;

  private final Given given = new Given();
  private String code;
  private int number;
  private HmacSha1Limit kept;

  @Setup
  public void setUp() throws GeneralSecurityException {
    boolean right = typed.equals("right");
    code = right ? Totp.AUTHENTICATOR_APPS.generate(given.secret, Given.NOW) : "123456";
    number = Integer.parseInt(code);
    kept = new HmacSha1Limit(given.bytes);
    Set<Boolean> answers =
        Set.copyOf(List.of(thogits().isPresent(), googleauth(), samstevens(), otpJava()));
    if (!answers.equals(Set.of(right))) {
      throw new IllegalStateException("not all say that the code is " + typed);
    }
  }

  @Benchmark
  public OptionalLong thogits() {
    return Totp.AUTHENTICATOR_APPS.match(
        given.secret, code, Given.NOW, Given.DRIFT, Totp.NO_STEP_USED);
  }

  @Benchmark
  public long limit() throws GeneralSecurityException, CloneNotSupportedException {
    return new HmacSha1Limit(given.bytes).sum(Given.STEP - Given.DRIFT, Given.STEP + Given.DRIFT);
  }

  /** What the limit would be if the digests of a padded key were kept from one use to the next. */
  @Benchmark
  public long limitWithKeptKey() throws GeneralSecurityException, CloneNotSupportedException {
    return kept.sum(Given.STEP - Given.DRIFT, Given.STEP + Given.DRIFT);
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
