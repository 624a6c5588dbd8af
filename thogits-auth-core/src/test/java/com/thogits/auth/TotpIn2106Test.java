package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.TestService.Enrolled;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Seconds outgrow 32 bits in 2038 (signed) and 2106 (unsigned); RFC 6238 section 4.2. */
class TotpIn2106Test {
  private static final Instant LAST_OF_32_BITS = Instant.ofEpochSecond(0xFFFF_FFFFL);

  @Test
  void codesGoOnBeyond32Bits() {
    TestService service = new TestService();
    service.clock.advance(
        Duration.between(service.clock.instant(), LAST_OF_32_BITS.minusSeconds(60)));
    Enrolled enrolled = service.enrol("user@example.com");
    for (int step = 0; step < 6; step++) {
      service.clock.advance(TestService.STEP);
      TotpRequired partial = service.loginPartially("user@example.com");
      SignedIn signedIn =
          service.auth.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP);
      assertThat(service.isAlive(signedIn.token())).isTrue();
    }
    assertThat(service.clock.instant()).isAfter(LAST_OF_32_BITS);
  }
}
