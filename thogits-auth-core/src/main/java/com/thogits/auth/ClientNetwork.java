package com.thogits.auth;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The network that attempts are counted on: an IPv4 address, or the /64 of an IPv6 one. */
final class ClientNetwork {
  private static final int PREFIX_BYTES = 8;

  /** A text that the JDK takes as an IPv6 address, right or wrong, and never looks up as a name. */
  private static final Pattern MEANT_AS_IPV6 =
      Pattern.compile("[0-9a-fA-F:][0-9a-fA-F.]*:[0-9a-fA-F:.]*(?:%.*)?");

  private ClientNetwork() {}

  static String of(Client client) {
    String address = client.address();
    if (!MEANT_AS_IPV6.matcher(address).matches()) {
      return key(address);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 4
          ? key(InetAddress.getByAddress(bytes).getHostAddress())
          : HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES)) + "/64";
    } catch (UnknownHostException notAnAddress) {
      return key(address);
    }
  }

  private static String key(String text) {
    return text.matches("[0-9.]{1,15}") ? text : TokenHash.ofText(text).toString();
  }
}
