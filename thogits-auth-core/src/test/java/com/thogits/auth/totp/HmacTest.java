package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agreement with the HMAC of the Java runtime. */
class HmacTest {
  private final Random random = new Random(2104);
  private final long[] counters = {0, 1, random.nextLong(), Long.MAX_VALUE, 0};

  @ParameterizedTest
  @EnumSource(HmacAlgorithm.class)
  void everyLengthOfKeyGivesTheHashesOfTheRuntimesMac(HmacAlgorithm algorithm)
      throws GeneralSecurityException {
    for (int length = TotpSecret.MIN_LENGTH; length <= TotpSecret.MAX_LENGTH + 1; length++) {
      byte[] key = key(length);
      assertSameHashes(new Hmac(algorithm, key, counters.length), algorithm, key);
    }
  }

  /** As a security provider of the host may give it. */
  @ParameterizedTest
  @EnumSource(HmacAlgorithm.class)
  void aDigestThatCannotBeClonedGivesTheSame(HmacAlgorithm algorithm)
      throws GeneralSecurityException {
    byte[] key = key(algorithm.secretLength());
    Hmac hmac =
        new Hmac(
            new Uncloneable(algorithm.newDigest()), algorithm.blockLength(), key, counters.length);

    assertSameHashes(hmac, algorithm, key);
  }

  @ParameterizedTest
  @EnumSource(HmacAlgorithm.class)
  void moreCountersThanWereToldGiveTheSame(HmacAlgorithm algorithm)
      throws GeneralSecurityException {
    byte[] key = key(algorithm.secretLength());

    assertSameHashes(new Hmac(algorithm, key, 1), algorithm, key);
    assertSameHashes(new Hmac(algorithm, key, 3), algorithm, key);
  }

  private void assertSameHashes(Hmac hmac, HmacAlgorithm algorithm, byte[] key)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm.macName());
    mac.init(new SecretKeySpec(key, algorithm.macName()));
    for (long counter : counters) {
      byte[] message = ByteBuffer.allocate(Long.BYTES).putLong(counter).array();
      assertThat(hmac.hash(counter)).isEqualTo(ByteBuffer.wrap(mac.doFinal(message)));
    }
  }

  private byte[] key(int length) {
    byte[] key = new byte[length];
    random.nextBytes(key);
    return key;
  }

  private static final class Uncloneable extends MessageDigest {
    private final MessageDigest digest;

    Uncloneable(MessageDigest digest) {
      super(digest.getAlgorithm());
      this.digest = digest;
    }

    @Override
    protected int engineGetDigestLength() {
      return digest.getDigestLength();
    }

    @Override
    protected void engineUpdate(byte input) {
      digest.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
      digest.update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
      return digest.digest();
    }

    @Override
    protected void engineReset() {
      digest.reset();
    }
  }
}
