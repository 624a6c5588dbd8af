package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  private static final String LONGEST_DOMAIN =
      ("d".repeat(62) + ".").repeat(2) + "d".repeat(60) + ".com";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user@example.com",
        "a@b.co",
        "user+tag@example.com",
        "o'brien@example.com",
        "first.last@sub.example.co.uk",
        "!#$%&'*+-/=?^_`{|}~@example.com",
        "\"john doe\"@example.com",
        "\"a@b\"@example.com",
        "\"quote \\\" and \\\\ backslash\"@example.com",
        "user@123.example",
        "user@xn--bcher-kva.example",
        "user@bücher.example",
        "дмитрий@пример.рф",
        "用户@例子.公司"
      })
  void accepts(String address) {
    assertThat(Email.parse(address)).map(Email::address).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "user",
        "user@",
        "@example.com",
        "user@localhost",
        "user@example.com ",
        " user@example.com",
        "us er@example.com",
        "user@@example.com",
        "user@exam ple.com",
        ".user@example.com",
        "user.@example.com",
        "us..er@example.com",
        "user@.example.com",
        "user@example..com",
        "user@example.com.",
        "user@-example.com",
        "user@example-.com",
        "user@exa_mple.com",
        "user@127.0.0.1",
        "user@[127.0.0.1]",
        "user@example.com\n",
        "user\u0000@example.com",
        "user\u202E@example.com",
        "user\uD800@example.com",
        "user\u00A0name@example.com",
        "\"unclosed@example.com",
        "\"inner\"quote\"@example.com",
        "\"backslash\\\"@example.com",
        "\"\n\"@example.com",
        "\"@example.com",
        "(comment)user@example.com",
        "a,b@example.com",
        "<user@example.com>",
        "user@example.com,other@example.com"
      })
  void refuses(String text) {
    assertThat(Email.parse(text)).isEmpty();
  }

  @Test
  void limitsLengthsInBytes() {
    assertThat(LONGEST_DOMAIN).hasSize(190);
    assertThat(Email.parse("l".repeat(63) + "@" + LONGEST_DOMAIN)).isPresent();
    assertThat(Email.parse("l".repeat(64) + "@" + LONGEST_DOMAIN)).isEmpty();
    assertThat(Email.parse("l".repeat(64) + "@example.com")).isPresent();
    assertThat(Email.parse("l".repeat(65) + "@example.com")).isEmpty();
    assertThat(Email.parse("ü".repeat(33) + "@example.com")).isEmpty();
    assertThat(Email.parse("user@" + "d".repeat(64) + ".com")).isEmpty();
    assertThat(Email.parse("user@" + "d".repeat(63) + ".com")).isPresent();
  }

  @Test
  void answersAtOnceHoweverLongTheText() {
    assertThat(Email.parse("a.".repeat(1_000_000) + "@example.com")).isEmpty();
    assertThat(Email.parse("\"" + "\\".repeat(1_000_000))).isEmpty();
  }

  @Test
  void comparesWithoutRegardToCaseInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(canonical("TITI@EXAMPLE.COM")).isEqualTo("titi@example.com");
    } finally {
      Locale.setDefault(before);
    }
    assertThat(canonical("ÉLODIE@example.com")).isEqualTo(canonical("e\u0301lodie@example.com"));
  }

  private static String canonical(String address) {
    return Email.parse(address).orElseThrow().canonical();
  }
}
