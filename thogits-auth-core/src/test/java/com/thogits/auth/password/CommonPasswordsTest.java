package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
  private static final CommonPasswords LIST = CommonPasswords.bundled();

  @Test
  void theListHasTheEntriesThatTheNoticeSays() throws Exception {
    byte[] list = resource("common-passwords.txt");
    String notice = new String(resource("common-passwords.notice.txt"), StandardCharsets.UTF_8);

    assertThat(LIST.size()).isEqualTo(21_640);
    assertThat(notice)
        .startsWith("common-passwords.txt: 21,640 passwords")
        .contains(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list)));
  }

  @Test
  void everyEntryIsRefusedInEitherCase() throws IOException {
    assertThat(lines())
        .allMatch(entry -> contains(entry))
        .allMatch(entry -> contains(entry.toUpperCase(Locale.ROOT)));
  }

  @Test
  void entriesAreSortedLowerCaseAsciiOfEightAndMore() throws IOException {
    assertThat(lines())
        .doesNotHaveDuplicates()
        .isSorted()
        .allMatch(e -> e.matches("[ -@\\[-~]{8,}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!qaz1qaz",
        "zzzzzzzzzz",
        "password",
        "12345678",
        "87654321",
        "00000000",
        "qwertyuiop",
        "1q2w3e4r",
        "iloveyou",
        "PASSWORD1",
        "PassWord123",
        "P@ssw0rd",
        "Friend Of Emily",
        "\u212aeyboard1"
      })
  void whatManyChooseIsListed(String text) {
    assertThat(contains(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "passwor",
        "my password",
        "password ",
        " password",
        "passwordpassword and more",
        "password\0",
        "pass\u00adword",
        "pa\u017f\u017fword",
        "\uff50assword",
        "correct horse",
        "alllowercasewords",
        "83017465920",
        "!",
        "~~~~~~~~~~~~~~~~~~~",
        "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"
      })
  void anythingElseIsNotEvenIfItContainsAnEntry(String text) {
    assertThat(contains(text)).isFalse();
  }

  @Test
  void thePasswordStaysAsItWas() {
    Password password = Password.of("PASSWORD");

    assertThat(LIST.contains(password)).isTrue();
    assertThat(password.toUtf8()).asString(StandardCharsets.UTF_8).isEqualTo("PASSWORD");
  }

  @Test
  void theListIsReadOnce() {
    assertThat(CommonPasswords.bundled())
        .isSameAs(LIST)
        .hasToString("CommonPasswords[21640 entries]");
  }

  @Test
  void aClosedPasswordAndNullAreRefused() {
    Password closed = Password.of("password");
    closed.close();

    assertThatIllegalStateException().isThrownBy(() -> LIST.contains(closed));
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> LIST.contains(null))
        .withMessage("password");
  }

  private static boolean contains(String text) {
    return LIST.contains(Password.of(text));
  }

  private static List<String> lines() throws IOException {
    return new String(resource("common-passwords.txt"), StandardCharsets.US_ASCII).lines().toList();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = CommonPasswords.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
