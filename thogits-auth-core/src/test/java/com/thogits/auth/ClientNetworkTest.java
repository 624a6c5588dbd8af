package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "255.255.255.255, 255.255.255.255",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::ffff:c000:201, 192.0.2.1",
    "2001:db8:1:2::1, 20010db800010002/64",
    "2001:DB8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
    "::1, 0000000000000000/64",
    "fe80::1%1, fe80000000000000/64"
  })
  void anAddressIsCountedOnItsNetwork(String address, String network) {
    assertThat(ClientNetwork.of(Client.at(address))).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "unix", "client.example", "1:2:3", "::%", "192.0.2.1:80", "1.1.1.1.1.1.1.1.1"})
  void whatIsNoAddressIsCountedByItsDigest(String text) {
    assertThat(ClientNetwork.of(Client.at(text))).isEqualTo(TokenHash.ofText(text).toString());
  }

  @Test
  void whatIsNoAddressNeverMakesALongKey() {
    assertThat(ClientNetwork.of(Client.at("1".repeat(256)))).hasSizeLessThan(100);
    assertThat(ClientNetwork.of(Client.at(":".repeat(256)))).hasSizeLessThan(100);
  }
}
