package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtpauthUriTest {
  private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final TotpSecret SECRET = TotpSecret.ofBase32(BASE32);
  private static final String TAIL = "&algorithm=SHA1&digits=6&period=30";

  @Test
  void theIssuerStandsInTheLabelAndInTheQuery() {
    assertThat(uri("ACME Co", "john.doe@email.com"))
        .isEqualTo(
            "otpauth://totp/ACME%20Co:john.doe@email.com?secret="
                + BASE32
                + "&issuer=ACME%20Co"
                + TAIL);
  }

  @Test
  void otherParametersAreWrittenToo() {
    Totp totp = new Totp(HmacAlgorithm.SHA512, 8, Duration.ofMinutes(1));

    assertThat(new OtpauthUri("A", "b", SECRET, totp).toUriString())
        .isEqualTo(
            "otpauth://totp/A:b?secret="
                + BASE32
                + "&issuer=A&algorithm=SHA512&digits=8&period=60");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "ann+totp@example.org | ann%2Btotp@example.org",
        "`\"ann lee\"@example.org` | %22ann%20lee%22@example.org",
        "o'neil@example.org | o%27neil@example.org",
        "jürgen@bücher.example | j%C3%BCrgen@b%C3%BCcher.example",
        "😀@example.org | %F0%9F%98%80@example.org",
        "a/b?c#d&e=f%g@example.org | a%2Fb%3Fc%23d%26e%3Df%25g@example.org",
        "`a\\b^{}~!$*(),;<>[]` | a%5Cb%5E%7B%7D~%21%24%2A%28%29%2C%3B%3C%3E%5B%5D",
        "AZaz09-._~ | AZaz09-._~",
        "日本 | %E6%97%A5%E6%9C%AC",
      })
  void whatIsNotPlainIsPercentEncodedUtf8(String name, String encoded) {
    String uri = uri(name, name);

    assertThat(uri)
        .isEqualTo(
            "otpauth://totp/"
                + encoded
                + ":"
                + encoded
                + "?secret="
                + BASE32
                + "&issuer="
                + encoded
                + TAIL)
        .doesNotContain("+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a+b c", "\"q\" 'q'", "äöü ß", "😀", "/?#[]@!$&'()*,;=", "100%", "%2B", " a "})
  void aStandardParserReadsBackWhatWasPutIn(String name) {
    URI uri = URI.create(uri(name, name + "@example.org"));

    assertThat(uri.getScheme()).isEqualTo("otpauth");
    assertThat(uri.getHost()).isEqualTo("totp");
    assertThat(uri.getPath()).isEqualTo("/" + name + ":" + name + "@example.org");
    assertThat(uri.getFragment()).isNull();
    assertThat(uri.getQuery()).isEqualTo("secret=" + BASE32 + "&issuer=" + name + TAIL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u2003",
        "a:b",
        ":",
        "a\nb",
        "a\u0000",
        "a\u007f",
        "a\u0085",
        "\ud83d",
        "a\ude00b"
      })
  void anIssuerOrAccountThatCannotBeShownIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> uri(name, "ann@example.org"))
        .withMessageStartingWith("issuer must not ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> uri("Issuer", name))
        .withMessageStartingWith("account must not ");
  }

  @Test
  void onlyTheUriItselfShowsTheSecret() {
    assertThat(new OtpauthUri("Issuer", "ann@example.org", SECRET, Totp.AUTHENTICATOR_APPS))
        .asString()
        .contains("ann@example.org", "redacted")
        .doesNotContain(BASE32);
  }

  @Test
  void nullNamesTheParameter() {
    Totp totp = Totp.AUTHENTICATOR_APPS;
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new OtpauthUri(null, "a", SECRET, totp))
        .withMessage("issuer");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new OtpauthUri("i", null, SECRET, totp))
        .withMessage("account");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new OtpauthUri("i", "a", null, totp))
        .withMessage("secret");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new OtpauthUri("i", "a", SECRET, null))
        .withMessage("totp");
  }

  private static String uri(String issuer, String account) {
    return new OtpauthUri(issuer, account, SECRET, Totp.AUTHENTICATOR_APPS).toUriString();
  }
}
