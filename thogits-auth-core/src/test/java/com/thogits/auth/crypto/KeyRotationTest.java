package com.thogits.auth.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyRotationTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
  private static final byte[] CONTEXT = "totp 01JA".getBytes(US_ASCII);

  private final KeyRing before = KeyRing.generate(RANDOM);
  private final KeyRing after = before.withNewKey(RANDOM);
  private final byte[] old = before.seal(SECRET, CONTEXT);

  @Test
  void aNewRingHasOneKeyWithAPositiveId() {
    assertThat(before.keyIds()).containsExactly(before.currentKeyId());
    assertThat(before.currentKeyId()).isPositive();
  }

  @Test
  void theNewKeyIsCurrentAndTheOldRingStaysAsItWas() {
    assertThat(after.keyIds()).containsExactly(before.currentKeyId(), after.currentKeyId());
    assertThat(after.currentKeyId()).isPositive().isNotEqualTo(before.currentKeyId());
    assertThat(before.keyIds()).hasSize(1);
  }

  @Test
  void whatTheOldKeySealedIsOpenedAndNotCurrent() {
    assertThat(before.isCurrent(old)).isTrue();
    assertThat(after.open(old, CONTEXT)).isEqualTo(SECRET);
    assertThat(after.isCurrent(old)).isFalse();
  }

  @Test
  void sealedAnewItIsCurrentAndTheOldRingCannotOpenIt() {
    byte[] renewed = after.seal(after.open(old, CONTEXT), CONTEXT);

    assertThat(after.isCurrent(renewed)).isTrue();
    assertThat(after.open(renewed, CONTEXT)).isEqualTo(SECRET);
    assertThatExceptionOfType(UnopenableSecretException.class)
        .isThrownBy(() -> before.open(renewed, CONTEXT))
        .withMessageContaining("key " + after.currentKeyId() + ",");
  }

  @Test
  void withoutItsLineTheOldKeyIsGone() {
    String text = after.format().replaceAll("(?m)^" + before.currentKeyId() + " .*\\R", "");
    KeyRing retired = KeyRing.parse(text, RANDOM);

    assertThat(retired.keyIds()).containsExactly(after.currentKeyId());
    assertThat(retired.open(after.seal(SECRET, CONTEXT), CONTEXT)).isEqualTo(SECRET);
    assertThatExceptionOfType(UnopenableSecretException.class)
        .isThrownBy(() -> retired.open(old, CONTEXT));
  }

  @Test
  void aKeyAboveTheLastLineOpensAndDoesNotSealYet() {
    KeyRing prepared = KeyRing.parse(lastKeyLine(after) + "\n" + before.format(), RANDOM);

    assertThat(prepared.currentKeyId()).isEqualTo(before.currentKeyId());
    assertThat(prepared.isCurrent(old)).isTrue();
    assertThat(prepared.open(after.seal(SECRET, CONTEXT), CONTEXT)).isEqualTo(SECRET);
  }

  @Test
  void manyKeysLiveInOneRing() {
    KeyRing ring = before;
    for (int i = 0; i < 100; i++) {
      ring = ring.withNewKey(RANDOM);
    }

    assertThat(ring.keyIds()).hasSize(101).allMatch(id -> id > 0);
    assertThat(ring.open(old, CONTEXT)).isEqualTo(SECRET);
  }

  @Test
  void ringsMadeAnewDifferInTheirIds() {
    Set<Integer> ids = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      ids.add(KeyRing.generate(RANDOM).currentKeyId());
    }
    // Of 50 ids out of 2^31, two are the same once in 1.7 million runs.
    assertThat(ids).hasSize(50);
  }

  @Test
  void whatIsNoSealedSecretIsNotCurrent() {
    byte[] otherVersion = old.clone();
    otherVersion[0] = 2;

    assertThat(before.isCurrent(new byte[0])).isFalse();
    assertThat(before.isCurrent(Arrays.copyOf(old, KeyRing.OVERHEAD - 1))).isFalse();
    assertThat(before.isCurrent(otherVersion)).isFalse();
  }

  private static String lastKeyLine(KeyRing keys) {
    return keys.format().lines().reduce((line, next) -> next).orElseThrow();
  }
}
