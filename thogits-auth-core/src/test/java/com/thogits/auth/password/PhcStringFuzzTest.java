package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.contract.Mutations;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** A stored hash that somebody tampered with is refused, and costs no more than allowed. */
class PhcStringFuzzTest {
  private static final Argon2Parameters TINY = new Argon2Parameters(16, 2, 1);
  private static final String GOOD =
      "$argon2id$v=19$m=16,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

  @Test
  void whatIsReadIsWrittenAgain() {
    Mutations.of(
            GOOD, "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA")
        .feedText(
            text -> {
              try {
                assertThat(Argon2idHash.decode(text).encode()).isEqualTo(text);
              } catch (UnusableHashException refused) {
                assertThat(refused.getMessage()).doesNotContain("AAAAAAAA", "c29tZXNhbHQ");
              }
            });
  }

  @Test
  void verifyNeitherBreaksNorPaysForMoreThanTheLimit() {
    Argon2id hasher = new Argon2id(TINY, TINY, new SecureRandom());
    try (Password password = Password.of("correct horse battery")) {
      Mutations.of(GOOD, hasher.unmatchable())
          .feedText(
              text -> {
                try {
                  assertThat(hasher.verify(password, text)).isFalse();
                } catch (UnusableHashException refused) {
                  assertThat(refused).hasNoCause();
                }
              });
    }
  }
}
