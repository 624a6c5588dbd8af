package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Formatting with the default locale would write a code in the digits of another script. */
@ResourceLock(Resources.LOCALE)
class LocaleIndependenceTest {
  private static final TotpSecret SECRET =
      TotpSecret.ofBytes("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  private static final Instant AT = Instant.ofEpochSecond(1_111_111_109);

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void codesAndUrisAreTheSameUnderEveryLocale() {
    Totp totp = new Totp(HmacAlgorithm.SHA1, 8, Duration.ofSeconds(30));
    String uri = new OtpauthUri("Issuer", "ann@example.org", SECRET, totp).toUriString();

    assertThat(locales())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            locale -> {
              Locale.setDefault(locale);
              assertThat(totp.generate(SECRET, AT)).isEqualTo("07081804");
              assertThat(totp.match(SECRET, "07081804", AT, 1, 0)).hasValue(37_037_036);
              assertThat(new OtpauthUri("Issuer", "ann@example.org", SECRET, totp).toUriString())
                  .isEqualTo(uri);
            });
  }

  @Test
  void someOfTheLocalesWriteOtherDigits() {
    assertThat(locales())
        .filteredOn(locale -> !"1".equals(String.format(locale, "%d", 1)))
        .map(Locale::toLanguageTag)
        .contains("ar-EG", "fa-IR", "bn-BD", "th-TH-u-nu-thai");
  }

  private static Stream<Locale> locales() {
    return Stream.concat(
        Stream.of(Locale.getAvailableLocales()),
        Stream.of("ar-EG", "fa-IR", "bn-BD", "mr-IN", "my-MM", "th-TH-u-nu-thai", "ar-EG-u-nu-arab")
            .map(Locale::forLanguageTag));
  }
}
