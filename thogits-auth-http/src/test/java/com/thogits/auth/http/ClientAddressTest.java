package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address counts behind proxies at 10.0.0.0/8 and 2001:db8:ffff::/48. */
class ClientAddressTest {
  private static final HttpSettings SETTINGS =
      HttpSettings.DEFAULTS.withTrustedProxies(
          Set.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("2001:db8:ffff::/48")));
  private static final HttpSettings FORWARDED = SETTINGS.withProxyHeader(ProxyHeader.FORWARDED);

  private static String address(
      HttpSettings settings, String remote, Map<String, List<String>> headers) {
    return new ClientAddress(settings)
        .of(new AuthRequest("GET", "/me", headers, InputStream.nullInputStream(), remote));
  }

  private static String xForwardedFor(String remote, String... lines) {
    return address(SETTINGS, remote, Map.of("X-Forwarded-For", List.of(lines)));
  }

  private static String forwarded(String... lines) {
    return address(FORWARDED, "10.0.0.1", Map.of("Forwarded", List.of(lines)));
  }

  @Test
  void withoutTrustedProxiesTheConnectionAloneCounts() {
    Map<String, List<String>> headers =
        Map.of("X-Forwarded-For", List.of("1.1.1.1"), "Forwarded", List.of("for=1.1.1.1"));
    assertThat(address(HttpSettings.DEFAULTS, "10.0.0.1", headers)).isEqualTo("10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "2001:db8:0:0:0:0:0:1", "fe80:0:0:0:0:0:0:1%2", "pipe", ""})
  void aStrangersConnectionCountsWhateverItSays(String remote) {
    assertThat(xForwardedFor(remote, "1.1.1.1")).isEqualTo(remote);
    assertThat(xForwardedFor(remote, "1.1.1.1, 10.0.0.2")).isEqualTo(remote);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.7 | 198.51.100.7",
        "1.1.1.1, 198.51.100.7 | 198.51.100.7",
        "10.9.9.9, 198.51.100.7 | 198.51.100.7",
        "198.51.100.7, 10.0.0.2 | 198.51.100.7",
        "1.1.1.1, 198.51.100.7, 10.0.0.2, 10.0.0.3 | 198.51.100.7",
        "198.51.100.7,10.0.0.2 | 198.51.100.7",
        "198.51.100.7:4711, 10.0.0.2:80 | 198.51.100.7",
        "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7] | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]:4711, 2001:db8:ffff::2 | 2001:db8:0:0:0:0:0:7",
        "::ffff:198.51.100.7 | 198.51.100.7",
        "::ffff:198.51.100.7, ::ffff:10.0.0.2 | 198.51.100.7",
        "10.0.0.3, 10.0.0.2 | 10.0.0.3",
      })
  void theFirstStrangerFromTheRightIsTheClient(String header, String expected) {
    assertThat(xForwardedFor("10.0.0.1", header)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "unknown",
        "_hidden",
        "localhost",
        "example.com",
        "198.51.100.7, unknown",
        "198.51.100.7, ",
        "198.51.100.7, 10.0.0.256",
        "198.51.100.7, 010.0.0.2",
        "198.51.100.7, 10.2",
        "198.51.100.7, 0x0a000002",
        "198.51.100.7, 10.0.0.2:123456",
        "198.51.100.7, 10.0.0.2:",
        "198.51.100.7, [10.0.0.2]",
        "198.51.100.7, [::1",
        "198.51.100.7, fe80::1%eth0",
        "198.51.100.7, \"10.0.0.2\"",
        "198.51.100.7, face:b00k",
        "198.51.100.7; 10.0.0.2",
      })
  void theWalkEndsAtWhatIsNoAddress(String header) {
    assertThat(xForwardedFor("10.0.0.1", header)).isEqualTo("10.0.0.1");
  }

  @Test
  void theWalkKeepsWhatItKnewBeforeItEnded() {
    assertThat(xForwardedFor("10.0.0.1", "198.51.100.7, unknown, 10.0.0.2")).isEqualTo("10.0.0.2");
  }

  @Test
  void severalLinesAreOneList() {
    assertThat(xForwardedFor("10.0.0.1", "1.1.1.1", "198.51.100.7", "10.0.0.2"))
        .isEqualTo("198.51.100.7");
    assertThat(forwarded("for=1.1.1.1", "for=198.51.100.7, for=10.0.0.2"))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void withoutAHeaderTheProxyIsAllThatIsKnown() {
    assertThat(address(SETTINGS, "10.0.0.1", Map.of())).isEqualTo("10.0.0.1");
    assertThat(address(FORWARDED, "10.0.0.1", Map.of())).isEqualTo("10.0.0.1");
  }

  @Test
  void aProxyOnAnInterfaceOfThisMachineIsTrustedToo() {
    assertThat(xForwardedFor("2001:db8:ffff:0:0:0:0:1%eth0", "198.51.100.7"))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void onlyTheHeaderThatTheHostNamedCounts() {
    Map<String, List<String>> both =
        Map.of("X-Forwarded-For", List.of("192.0.2.1"), "Forwarded", List.of("for=192.0.2.2"));
    assertThat(address(SETTINGS, "10.0.0.1", both)).isEqualTo("192.0.2.1");
    assertThat(address(FORWARDED, "10.0.0.1", both)).isEqualTo("192.0.2.2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "for=198.51.100.7 | 198.51.100.7",
        "For=198.51.100.7;Proto=https;by=203.0.113.43 | 198.51.100.7",
        "by=203.0.113.43; for=198.51.100.7 ;host=x | 198.51.100.7",
        "for=\"198.51.100.7:4711\" | 198.51.100.7",
        "for=\"198.51.100.7:_port\" | 198.51.100.7",
        "for=198.51.100.7:4711 | 198.51.100.7",
        "for=\"[2001:db8::7]:4711\" | 2001:db8:0:0:0:0:0:7",
        "for=\"[2001:db8::7]\", for=10.0.0.2 | 2001:db8:0:0:0:0:0:7",
        "for=\"198.51.10\\0.7\" | 198.51.100.7",
        "for=1.1.1.1, for=198.51.100.7, for=10.0.0.2 | 198.51.100.7",
        "for=1.1.1.1, for=198.51.100.7;host=\"a,b;for=2.2.2.2\" | 198.51.100.7",
        "for=198.51.100.7;host=\"a,for=2.2.2.2;x=\";by=\"b\" | 198.51.100.7",
        "for=198.51.100.7;host=\"\\\",for=2.2.2.2\" | 198.51.100.7",
        "for=198.51.100.7;host=\";for=2.2.2.2\" | 198.51.100.7",
      })
  void elementsAreReadAsTheirStandardSays(String header, String expected) {
    assertThat(forwarded(header)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for=1.1.1.1;x=\"",
        "\"",
        "\\",
        "for=\"1.1.1.1",
        "for=1.1.1.1, \"",
        "for=1.1.1.1;x=\"\\",
        "for=1.1.1.1;x=\"a\\\"",
        "garbage",
        ",,,",
        "=",
        "for=\"10.0.0.1, for=1.1.1.1",
      })
  void whatAClientPlantsOnTheLeftNeverChangesHowTheProxysOwnElementIsRead(String planted) {
    assertThat(forwarded(planted + ", for=198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(forwarded(planted + ", for=\"[2001:db8::7]:4711\"")).endsWith(":7");
    assertThat(forwarded(planted, "for=198.51.100.7;by=\"_x\";host=\"y\""))
        .isEqualTo("198.51.100.7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "198.51.100.7",
        "for=unknown",
        "for=_hidden",
        "for=\"_hidden:80\"",
        "for=example.com",
        "for=",
        "for=\"\"",
        "proto=https",
        "for=198.51.100.7;for=198.51.100.8",
        "for=198.51.100.7 for=198.51.100.8",
        "for = 198.51.100.7",
        "for=198.51.100.7;",
        "for=198.51.100.7,",
        "fort=198.51.100.7",
        "for=\"198.51.100.7",
      })
  void whatNamesNoAddressEndsTheWalk(String header) {
    assertThat(forwarded(header)).isEqualTo("10.0.0.1");
  }

  @Test
  void anElementThatIsTooLongEndsTheWalk() {
    String longest = "for=198.51.100.7;x=" + "a".repeat(512 - "for=198.51.100.7;x=".length());
    assertThat(forwarded("for=1.1.1.1," + longest)).isEqualTo("198.51.100.7");
    assertThat(forwarded(longest + "a")).isEqualTo("10.0.0.1");
  }

  @Test
  void aHeaderOfAnyLengthIsReadInTime() {
    String commas = ",".repeat(300_000);
    assertThat(forwarded("for=\"" + commas)).isEqualTo("10.0.0.1");
    assertThat(forwarded("\"\\".repeat(150_000))).isEqualTo("10.0.0.1");
    assertThat(xForwardedFor("10.0.0.1", commas)).isEqualTo("10.0.0.1");
    assertThat(xForwardedFor("10.0.0.1", "10.0.0.2,".repeat(30_000) + "10.0.0.2"))
        .isEqualTo("10.0.0.2");
    assertThat(xForwardedFor("10.0.0.1", "1:".repeat(100_000))).isEqualTo("10.0.0.1");
  }
}
