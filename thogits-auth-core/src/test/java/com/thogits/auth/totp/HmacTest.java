package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agreement with the HMAC of the Java runtime. */
class HmacTest {

  @ParameterizedTest
  @EnumSource(HmacAlgorithm.class)
  void everyLengthOfKeyGivesTheHashesOfTheRuntimesMac(HmacAlgorithm algorithm)
      throws GeneralSecurityException {
    Random random = new Random(2104);
    for (int length = TotpSecret.MIN_LENGTH; length <= TotpSecret.MAX_LENGTH + 1; length++) {
      byte[] key = new byte[length];
      random.nextBytes(key);
      Mac mac = Mac.getInstance(algorithm.macName());
      mac.init(new SecretKeySpec(key, algorithm.macName()));
      Hmac hmac = new Hmac(algorithm, key);

      for (long counter : new long[] {0, 1, random.nextLong(), Long.MAX_VALUE, 0}) {
        byte[] message = ByteBuffer.allocate(Long.BYTES).putLong(counter).array();
        assertThat(hmac.hash(counter)).isEqualTo(mac.doFinal(message));
      }
    }
  }
}
