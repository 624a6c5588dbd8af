package com.thogits.auth.bench.totp;

import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import com.warrenstrange.googleauth.GoogleAuthenticator;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The code of one moment, from a secret in the form each library keeps it. */
@State(Scope.Thread)
public class GenerateCodeBenchmark {
  private final Instant now = Instant.ofEpochSecond(1_700_000_000);
  private final TotpSecret secret = TotpSecret.ofBase32("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
  private final String base32 = secret.toBase32();
  private final GoogleAuthenticator googleAuthenticator = new GoogleAuthenticator();

  @Benchmark
  public String thogits() {
    return Totp.AUTHENTICATOR_APPS.generate(secret, now);
  }

  @Benchmark
  public int googleauth() {
    return googleAuthenticator.getTotpPassword(base32, now.toEpochMilli());
  }
}
