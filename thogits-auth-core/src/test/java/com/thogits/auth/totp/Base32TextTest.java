package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base32TextTest {
  /** RFC 4648 section 10, without the padding. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void bytesAreWrittenAsInTheRfc(String bytes, String text) {
    assertThat(Base32Text.encode(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    assertThat(Base32Text.decode(text)).asString(StandardCharsets.US_ASCII).isEqualTo(bytes);
  }

  @Test
  void everyLengthIsWrittenAsCommonsCodecDoes() {
    Base32 codec = new Base32();
    Random random = new Random(4648);
    for (int length = 0; length <= TotpSecret.MAX_LENGTH; length++) {
      for (int round = 0; round < 50; round++) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        assertThat(Base32Text.encode(bytes))
            .isEqualTo(codec.encodeToString(bytes).replace("=", ""));
      }
    }
  }
}
