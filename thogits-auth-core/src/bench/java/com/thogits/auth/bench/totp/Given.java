package com.thogits.auth.bench.totp;

import com.bastiaanjansen.otp.TOTPGenerator;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import com.warrenstrange.googleauth.GoogleAuthenticator;
import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.CodeVerifier;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.code.DefaultCodeVerifier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * One secret and one moment for all libraries: SHA-1, six digits, 30 seconds, one step of drift
 * either way. Each gets the secret in the form it keeps, and is built before the measurement.
 */
final class Given {
  static final int DRIFT = 1;

  static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  static final long STEP = Totp.AUTHENTICATOR_APPS.step(NOW);

  final TotpSecret secret = TotpSecret.ofBase32("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
  final String base32 = secret.toBase32();
  final byte[] bytes = secret.toBytes();

  /** Its window of three steps is its default. */
  final GoogleAuthenticator googleauth = new GoogleAuthenticator();

  final CodeGenerator samstevensGenerator = new DefaultCodeGenerator();

  /** One step of drift is its default. */
  final CodeVerifier samstevensVerifier =
      new DefaultCodeVerifier(samstevensGenerator, NOW::getEpochSecond);

  final TOTPGenerator otpJava =
      new TOTPGenerator.Builder(base32.getBytes(StandardCharsets.US_ASCII))
          .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
          .build();
}
