package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  private static InetAddress address(String text) {
    return IpLiteral.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.0.0.0/8, 9.255.255.255, false",
    "192.0.2.128/25, 192.0.2.128, true",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.0, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 192.0.2.1, false",
    "::/0, ::ffff:192.0.2.1, false",
    "192.0.2.0/24, ::ffff:192.0.2.1, true",
    "2001:db8::/33, 2001:db8:7fff:ffff::, true",
    "2001:db8::/33, 2001:db8:8000::, false",
    "::1, ::1, true",
    "::1, ::2, false",
  })
  void holdsWhatBeginsWithTheSameBits(String range, String address, boolean holds) {
    assertThat(AddressRange.parse(range).contains(address(address))).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.com/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/8/8",
        "10.0.0.0/08x",
        "10/8",
        "10.0.0.256",
        "010.0.0.1",
        "0x0a.0.0.1",
        "10.0.0.1/8",
        "2001:db8::/129",
        "2001:db8::1/64",
        "2001:db8:::/32",
        "fe80::1%eth0",
        "[::1]",
        " 10.0.0.1",
        "g::1",
        "a:b",
      })
  void refusesWhatIsNoRange(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
  }

  @Test
  void isWrittenAsItIsRead() {
    assertThat(AddressRange.parse("10.0.0.0/8")).hasToString("10.0.0.0/8");
    assertThat(AddressRange.parse("192.0.2.1")).hasToString("192.0.2.1/32");
    assertThat(AddressRange.parse(AddressRange.parse("2001:db8::/32").toString()))
        .isEqualTo(AddressRange.parse("2001:db8::/32"));
  }
}
