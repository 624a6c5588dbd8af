package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextWordsTest {
  private static final ContextWords WORDS =
      ContextWords.of(List.of("Thogits", "Acme Shop", "Caf\u00e9 Stra\u00dfe"))
          .andEmail("Mary.Lamb@example.org");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thogits",
        "THOGITS",
        "Thogits1",
        "1thogits",
        "thogits2024!",
        "...thogits...",
        "thogits thogits",
        "ThogitsTHOGITS",
        "1-thogits-thogits",
        "thogits\u0661\u0662\u0663",
        "thogits$+^`~",
        "acme shop",
        "Acme Shop 2024",
        "mary.lamb@example.org",
        "Mary.Lamb@Example.ORG",
        "mary.lamb@example.org1",
        "mary.lamb",
        "mary.lamb99",
        "CAFE\u0301 STRASSE",
        "caf\u00e9 stra\u00dfe 1",
      })
  void aWordRepeatedOrPaddedIsRefused(String text) {
    assertThat(WORDS.refuse(Password.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "thogit",
        "thogitss",
        "thogits rocks",
        "my thogits",
        "thogits1a",
        "tho1gits",
        "acmeshop1",
        "shop2024",
        "marylamb1",
        "mary.had.a.little.lamb",
        "example.org1",
        "lamb@example.org",
        "cafe strasse",
        "thogits\ud83d\ude00\ud83d\ude80",
        "thogits\u4e2d\u6587",
        "correct horse",
        "83017465920",
        "alllowercase",
      })
  void whatMerelyContainsAWordIsAccepted(String text) {
    assertThat(WORDS.refuse(Password.of(text))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "al@example.org, al, true",
    "al@example.org, alalalal, true",
    "al@example.org, al123456, false",
    "a@example.org, aaaaaaaa, true",
    "a@example.org, a7391750, false",
    "123@example.org, 123123123, true",
    "123@example.org, 12345678, false",
    "123@example.org, 90123784, false",
    "4915123456@example.org, 4915123456, true",
    "ann@example.org, ann12345, true",
    "'\"ann@b\"@example.org', '\"ann@b\"123', true",
  })
  void shortWordsAndNumbersAreRefusedAloneAndRepeatedOnly(
      String email, String password, boolean refused) {
    assertThat(ContextWords.of(List.of()).andEmail(email).refuse(Password.of(password)))
        .isEqualTo(refused);
  }

  @Test
  void oneAccountsAddressDoesNotBindAnother() {
    ContextWords service = ContextWords.of(List.of("Thogits"));
    ContextWords ann = service.andEmail("ann@example.org");

    assertThat(ann.refuse(Password.of("ann12345"))).isTrue();
    assertThat(ann.refuse(Password.of("thogits1"))).isTrue();
    assertThat(service.refuse(Password.of("ann12345"))).isFalse();
    assertThat(service.andEmail("bob@example.org").refuse(Password.of("ann12345"))).isFalse();
  }

  @Test
  void theCallersCollectionIsNotKept() {
    List<String> words = Arrays.asList("thogits");
    ContextWords service = ContextWords.of(words);
    words.set(0, "other");

    assertThat(service.refuse(Password.of("thogits1"))).isTrue();
  }

  @Test
  void withoutWordsNothingIsRefused() {
    assertThat(ContextWords.of(List.of()).refuse(Password.of(""))).isFalse();
    assertThat(ContextWords.of(List.of()).refuse(Password.of("12345678"))).isFalse();
  }

  @Test
  void toStringShowsNoWord() {
    assertThat(WORDS).hasToString("ContextWords[5]");
  }

  @Test
  void blankWordsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContextWords.of(List.of("thogits", " ")))
        .withMessage("words must not be blank");
    for (String email : List.of("", " ", "@example.org")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WORDS.andEmail(email))
          .withMessage("email must not be blank");
    }
  }

  @Test
  void aClosedPasswordAndNullAreRefused() {
    Password closed = Password.of("thogits1");
    closed.close();

    assertThatIllegalStateException().isThrownBy(() -> WORDS.refuse(closed));
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> WORDS.refuse(null))
        .withMessage("password");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> WORDS.andEmail(null))
        .withMessage("email");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> ContextWords.of(null))
        .withMessage("words");
  }
}
