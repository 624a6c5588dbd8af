package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "012345",
        " 012345",
        "012345 ",
        "012 345",
        "01 23 45",
        "0 1 2 3 4 5",
        "\t012\n345\r\n",
        "012\u00a0345",
        "012\u202f345",
        "\u3000012\u2009345\u2003",
        "012\u2028345",
      })
  void blanksOfEveryKindAreDropped(String typed) {
    assertThat(Totp.AUTHENTICATOR_APPS.normalize(typed)).contains("012345");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "12345",
        "1234567",
        "123456 7",
        "12345a",
        "123-456",
        "+12345",
        "-12345",
        "12345.",
        "0x1234",
        "1e5000",
        "12345\u0000",
        "\u0661\u0662\u0663\u0664\u0665\u0666",
        "\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6",
        "\u09e7\u09e8\u09e9\u09ea\u09eb\u09ec",
        "\uff11\uff12\uff13\uff14\uff15\uff16",
        "12345\u0666",
        "12345\u200b",
        "12345/",
        "12345:",
      })
  void anythingElseIsNoCode(String typed) {
    assertThat(Totp.AUTHENTICATOR_APPS.normalize(typed)).isEmpty();
  }

  @Test
  void theNumberOfDigitsIsTheOneSet() {
    Totp eight = new Totp(HmacAlgorithm.SHA1, 8, Duration.ofSeconds(30));

    assertThat(eight.normalize("1234 5678")).contains("12345678");
    assertThat(eight.normalize("123456")).isEmpty();
  }
}
