package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idHashTest {
  private static final String SALT = "c29tZXNhbHQ";
  private static final String DIGEST = "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
  private static final String GOOD = "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + DIGEST;

  @Test
  void whatIsReadIsWrittenAgain() {
    Argon2idHash hash = Argon2idHash.decode(GOOD);

    assertThat(hash.parameters()).isEqualTo(new Argon2Parameters(256, 2, 1));
    assertThat(hash.salt()).isEqualTo("somesalt".getBytes(StandardCharsets.US_ASCII));
    assertThat(hash.digest()).hasSize(32);
    assertThat(hash.encode()).isEqualTo(GOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "$",
        "plain text",
        "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "$argon2i$v=19$m=256,t=2,p=1$@",
        "$argon2d$v=19$m=256,t=2,p=1$@",
        "$ARGON2ID$v=19$m=256,t=2,p=1$@",
        "argon2id$v=19$m=256,t=2,p=1$@",
        " $argon2id$v=19$m=256,t=2,p=1$@",
        "$argon2id$v=19$m=256,t=2,p=1$@ ",
        "$argon2id$v=19$m=256,t=2,p=1$@\n",
        "$argon2id$v=19$m=256,t=2,p=1$@$",
        "$argon2id$m=256,t=2,p=1$@",
        "$argon2id$v=16$m=256,t=2,p=1$@",
        "$argon2id$v=019$m=256,t=2,p=1$@",
        "$argon2id$v=20$m=256,t=2,p=1$@",
        "$argon2id$v=19$v=19$m=256,t=2,p=1$@",
        "$argon2id$v=19$t=2,m=256,p=1$@",
        "$argon2id$v=19$m=256,p=1,t=2$@",
        "$argon2id$v=19$m=256,t=2$@",
        "$argon2id$v=19$m=256,m=256,t=2,p=1$@",
        "$argon2id$v=19$m=256,t=2,p=1,p=1$@",
        "$argon2id$v=19$m=256,t=2,p=1,x=1$@",
        "$argon2id$v=19$m=256,t=2,p=1,keyid=Zm9v$@",
        "$argon2id$v=19$m=256,t=2,p=1,data=Zm9v$@",
        "$argon2id$v=19$m=,t=2,p=1$@",
        "$argon2id$v=19$m=256, t=2,p=1$@",
        "$argon2id$v=19$m=+256,t=2,p=1$@",
        "$argon2id$v=19$m=-256,t=2,p=1$@",
        "$argon2id$v=19$m=0256,t=2,p=1$@",
        "$argon2id$v=19$m=256,t=02,p=1$@",
        "$argon2id$v=19$m=0x100,t=2,p=1$@",
        "$argon2id$v=19$m=\u0662\u0665\u0666,t=2,p=1$@",
        "$argon2id$v=19$m=2147483648,t=2,p=1$@",
        "$argon2id$v=19$m=4294967552,t=2,p=1$@",
        "$argon2id$v=19$m=99999999999999999999,t=2,p=1$@",
        "$argon2id$v=19$m=256,t=4294967298,p=1$@",
        "$argon2id$v=19$m=256,t=2,p=4294967297$@",
        "$argon2id$v=19$m=0,t=2,p=1$@",
        "$argon2id$v=19$m=7,t=2,p=1$@",
        "$argon2id$v=19$m=256,t=0,p=1$@",
        "$argon2id$v=19$m=256,t=2,p=0$@",
        "$argon2id$v=19$m=256,t=2,p=33$@",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
        "$argon2id$v=19$m=256,t=2,p=1$$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ=$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4=",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR_uIPnA4rEsF5h7TKyQwu9U1bMCHGi_4",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/5",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHR$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQAA$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=1$c29t ZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
      })
  void anythingElseIsRefusedWithoutBeingRepeated(String text) {
    String encoded = text.replace("@", SALT + "$" + DIGEST);

    assertThatExceptionOfType(UnusableHashException.class)
        .isThrownBy(() -> Argon2idHash.decode(encoded))
        .withMessage("the stored hash is not an Argon2id hash in PHC format")
        .withNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "7, 32, false",
    "8, 32, true",
    "64, 32, true",
    "65, 32, false",
    "16, 15, false",
    "16, 16, true",
    "16, 64, true",
    "16, 65, false",
    "16, 4, false",
  })
  void saltAndDigestHaveASaneLength(int salt, int digest, boolean accepted) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    String encoded =
        "$argon2id$v=19$m=256,t=2,p=1$"
            + base64.encodeToString(new byte[salt])
            + "$"
            + base64.encodeToString(new byte[digest]);

    if (accepted) {
      assertThat(Argon2idHash.decode(encoded).encode()).isEqualTo(encoded);
    } else {
      assertThatExceptionOfType(UnusableHashException.class)
          .isThrownBy(() -> Argon2idHash.decode(encoded))
          .withMessageStartingWith("the stored hash must have a ");
    }
  }

  @Test
  void aVeryLongTextIsRefused() {
    assertThatExceptionOfType(UnusableHashException.class)
        .isThrownBy(() -> Argon2idHash.decode(GOOD + "A".repeat(10_000_000)));
  }

  @Test
  void theTextOfAHashIsRedacted() {
    assertThat(Argon2idHash.decode(GOOD)).hasToString("Argon2idHash[redacted]");
  }
}
