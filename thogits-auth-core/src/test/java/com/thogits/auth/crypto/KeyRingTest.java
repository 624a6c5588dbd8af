package com.thogits.auth.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
  private static final byte[] CONTEXT = "totp 01JA".getBytes(US_ASCII);

  private final KeyRing keys = KeyRing.generate(RANDOM);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 20, 32, 128, 100_000})
  void aSecretOfAnyLengthComesBack(int length) {
    byte[] secret = new byte[length];
    RANDOM.nextBytes(secret);

    byte[] sealed = keys.seal(secret, CONTEXT);

    assertThat(sealed).hasSize(length + KeyRing.OVERHEAD);
    assertThat(keys.open(sealed, CONTEXT)).isEqualTo(secret);
  }

  @Test
  void theArgumentsStayAsTheyWereAndAreNotKept() {
    byte[] secret = SECRET.clone();
    byte[] context = CONTEXT.clone();
    byte[] sealed = keys.seal(secret, context);
    byte[] copy = sealed.clone();

    assertThat(secret).isEqualTo(SECRET);
    assertThat(context).isEqualTo(CONTEXT);
    Arrays.fill(secret, (byte) 0);
    Arrays.fill(keys.open(sealed, context), (byte) 0);
    assertThat(sealed).isEqualTo(copy);
    assertThat(keys.open(sealed, context)).isEqualTo(SECRET);
  }

  @Test
  void nothingOfTheSecretIsSeenInTheSealedForm() {
    byte[] sealed = keys.seal(SECRET, CONTEXT);

    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("123", "890", "totp");
  }

  @Test
  void everyFlippedBitIsRefused() {
    byte[] sealed = keys.seal(SECRET, CONTEXT);

    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(keys, flipped, CONTEXT);
    }
    assertThat(keys.open(sealed, CONTEXT)).isEqualTo(SECRET);
  }

  @Test
  void aFlippedKeyIdIsRefusedEvenIfTheRingHasTheSameKeyUnderIt() {
    byte[] sealed = keys.seal(SECRET, CONTEXT);
    int otherId = keys.currentKeyId() ^ 1;
    KeyRing renamed =
        KeyRing.parse(keys.format().replace(keys.currentKeyId() + " ", otherId + " "), RANDOM);
    ByteBuffer.wrap(sealed).putInt(1, otherId);

    assertRefused(renamed, sealed, CONTEXT);
  }

  @Test
  void everyShorterOrLongerFormIsRefused() {
    byte[] sealed = keys.seal(SECRET, CONTEXT);

    for (int length = 0; length < sealed.length; length++) {
      assertRefused(keys, Arrays.copyOf(sealed, length), CONTEXT);
      assertRefused(
          keys, Arrays.copyOfRange(sealed, sealed.length - length, sealed.length), CONTEXT);
    }
    assertRefused(keys, Arrays.copyOf(sealed, sealed.length + 1), CONTEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "totp 01JB", "totp 01J", "totp 01JA ", " totp 01JA", "Totp 01JA"})
  void anotherContextIsRefused(String context) {
    assertRefused(keys, keys.seal(SECRET, CONTEXT), context.getBytes(US_ASCII));
  }

  @Test
  void anEmptyContextIsOneOfItsOwn() {
    byte[] sealed = keys.seal(SECRET, new byte[0]);

    assertThat(keys.open(sealed, new byte[0])).isEqualTo(SECRET);
    assertRefused(keys, sealed, CONTEXT);
  }

  @Test
  void anotherRingRefusesAndNamesTheMissingKey() {
    byte[] sealed = keys.seal(SECRET, CONTEXT);

    assertThatExceptionOfType(UnopenableSecretException.class)
        .isThrownBy(() -> KeyRing.generate(RANDOM).open(sealed, CONTEXT))
        .withNoCause()
        .withMessageContaining("key " + keys.currentKeyId() + ",");
  }

  @Test
  void anotherKeyOfTheSameIdIsRefused() {
    String other = "7 " + Base64.getEncoder().encodeToString(new byte[32]);
    String own = "7 " + Base64.getEncoder().encodeToString(filled(32, 1));
    byte[] sealed = KeyRing.parse(own, RANDOM).seal(SECRET, CONTEXT);

    assertThatExceptionOfType(UnopenableSecretException.class)
        .isThrownBy(() -> KeyRing.parse(other, RANDOM).open(sealed, CONTEXT))
        .withNoCause()
        .withMessageContaining("id 7");
  }

  @Test
  void theSealedFormIsPlainAes256Gcm() throws Exception {
    byte[] key = filled(32, 3);
    KeyRing ring = KeyRing.parse("16909060 " + Base64.getEncoder().encodeToString(key), RANDOM);
    byte[] header = {1, 1, 2, 3, 4};

    byte[] sealed = ring.seal(SECRET, CONTEXT);
    Cipher decryption = gcm(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(sealed, 5, 17), header);
    assertThat(Arrays.copyOf(sealed, 5)).isEqualTo(header);
    assertThat(decryption.doFinal(sealed, 17, sealed.length - 17)).isEqualTo(SECRET);

    byte[] iv = filled(12, 9);
    byte[] ciphertext = gcm(Cipher.ENCRYPT_MODE, key, iv, header).doFinal(SECRET);
    byte[] made =
        ByteBuffer.allocate(5 + 12 + ciphertext.length).put(header).put(iv).put(ciphertext).array();
    assertThat(ring.open(made, CONTEXT)).isEqualTo(SECRET);
  }

  @Test
  void ofAHundredThousandSealsNoTwoHaveOneIv() {
    Set<ByteBuffer> ivs = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      ivs.add(ByteBuffer.wrap(Arrays.copyOfRange(keys.seal(SECRET, CONTEXT), 5, 17)));
    }
    assertThat(ivs).hasSize(100_000);
  }

  @Test
  void eightThreadsAtOnceGetTheirOwnSecrets() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> verdicts = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        byte[] secret = filled(20, thread);
        byte[] context = filled(5, thread);
        verdicts.add(
            threads.submit(
                () ->
                    IntStream.range(0, 5_000)
                        .allMatch(
                            i ->
                                Arrays.equals(
                                    keys.open(keys.seal(secret, context), context), secret))));
      }
      for (Future<Boolean> verdict : verdicts) {
        assertThat(verdict.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void toStringShowsNothingButTheIds() {
    KeyRing two = keys.withNewKey(RANDOM);

    assertThat(two).hasToString("KeyRing[" + keys.currentKeyId() + ", " + two.currentKeyId() + "]");
  }

  @Test
  void nullNamesTheParameter() {
    byte[] sealed = keys.seal(SECRET, CONTEXT);
    assertNull("secret", () -> keys.seal(null, CONTEXT));
    assertNull("context", () -> keys.seal(SECRET, null));
    assertNull("sealed", () -> keys.open(null, CONTEXT));
    assertNull("context", () -> keys.open(sealed, null));
    assertNull("sealed", () -> keys.isCurrent(null));
    assertNull("random", () -> KeyRing.generate(null));
    assertNull("random", () -> keys.withNewKey(null));
    assertNull("text", () -> KeyRing.parse(null, RANDOM));
    assertNull("random", () -> KeyRing.parse(keys.format(), null));
  }

  private static void assertRefused(KeyRing keys, byte[] sealed, byte[] context) {
    assertThatExceptionOfType(UnopenableSecretException.class)
        .isThrownBy(() -> keys.open(sealed, context))
        .withNoCause();
  }

  private static void assertNull(String parameter, ThrowingCallable call) {
    assertThatExceptionOfType(NullPointerException.class).isThrownBy(call).withMessage(parameter);
  }

  private static Cipher gcm(int mode, byte[] key, byte[] iv, byte[] header) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
    cipher.updateAAD(header);
    cipher.updateAAD(CONTEXT);
    return cipher;
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
