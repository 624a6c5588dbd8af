package com.thogits.auth.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealingWithOneKeyTest {
  private static final byte[] SECRET = {1, 2, 3};
  private static final byte[] CONTEXT = {4};

  private final SecureRandom random = new SecureRandom();
  private final KeyRing old = KeyRing.generate(random);
  private final KeyRing both = old.withNewKey(random);

  @Test
  void sealsWithAKeyThatIsNotTheCurrentOne() {
    byte[] sealed = both.sealWith(old.currentKeyId(), SECRET, CONTEXT);

    assertThat(old.open(sealed, CONTEXT)).isEqualTo(SECRET);
    assertThat(both.isCurrent(sealed)).isFalse();
  }

  @Test
  void sealsWithTheCurrentKeyToo() {
    byte[] sealed = both.sealWith(both.currentKeyId(), SECRET, CONTEXT);

    assertThat(both.open(sealed, CONTEXT)).isEqualTo(SECRET);
    assertThat(both.isCurrent(sealed)).isTrue();
  }

  @Test
  void sealsWithNoKeyThatTheRingLacks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> old.sealWith(both.currentKeyId(), SECRET, CONTEXT))
        .withMessage("keyId must be in the key ring");
    assertThatNullPointerException()
        .isThrownBy(() -> old.sealWith(old.currentKeyId(), null, CONTEXT))
        .withMessage("secret");
    assertThatNullPointerException()
        .isThrownBy(() -> old.sealWith(old.currentKeyId(), SECRET, null))
        .withMessage("context");
  }

  @Test
  void knowsHowEverySecretOfAKeyBegins() {
    assertThat(KeyRing.prefix(0x01020304)).containsExactly(1, 1, 2, 3, 4);
    assertThat(both.seal(SECRET, CONTEXT)).startsWith(KeyRing.prefix(both.currentKeyId()));
    assertThat(old.seal(SECRET, CONTEXT)).startsWith(KeyRing.prefix(old.currentKeyId()));
  }
}
