package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * RFC 6238 appendix B. The secrets of SHA-256 and SHA-512 are 32 and 64 bytes long, as in its
 * reference code.
 */
class Rfc6238VectorsTest {
  private static final String TEN_DIGITS = "1234567890";

  @ParameterizedTest
  @CsvSource({
    "         59,         1, SHA1,   94287082",
    "         59,         1, SHA256, 46119246",
    "         59,         1, SHA512, 90693936",
    " 1111111109,  37037036, SHA1,   07081804",
    " 1111111109,  37037036, SHA256, 68084774",
    " 1111111109,  37037036, SHA512, 25091201",
    " 1111111111,  37037037, SHA1,   14050471",
    " 1111111111,  37037037, SHA256, 67062674",
    " 1111111111,  37037037, SHA512, 99943326",
    " 1234567890,  41152263, SHA1,   89005924",
    " 1234567890,  41152263, SHA256, 91819424",
    " 1234567890,  41152263, SHA512, 93441116",
    " 2000000000,  66666666, SHA1,   69279037",
    " 2000000000,  66666666, SHA256, 90698825",
    " 2000000000,  66666666, SHA512, 38618901",
    "20000000000, 666666666, SHA1,   65353130",
    "20000000000, 666666666, SHA256, 77737706",
    "20000000000, 666666666, SHA512, 47863826",
  })
  void appendixB(long second, long step, HmacAlgorithm algorithm, String code) {
    Totp totp = new Totp(algorithm, 8, Duration.ofSeconds(30));
    TotpSecret secret = secretOf(algorithm.secretLength());
    Instant at = Instant.ofEpochSecond(second);

    assertThat(totp.step(at)).isEqualTo(step);
    assertThat(totp.generate(secret, at)).isEqualTo(code);
    assertThat(totp.match(secret, code, at, 0, step - 1)).hasValue(step);
  }

  private static TotpSecret secretOf(int length) {
    String digits = TEN_DIGITS.repeat(7).substring(0, length);
    return TotpSecret.ofBytes(digits.getBytes(StandardCharsets.US_ASCII));
  }
}
