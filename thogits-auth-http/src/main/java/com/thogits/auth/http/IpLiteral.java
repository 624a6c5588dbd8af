package com.thogits.auth.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses written as numbers. Names are never looked up. */
final class IpLiteral {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

  /** Enough for the JDK to take it as an IPv6 address, right or wrong, and never as a name. */
  private static final Pattern MEANT_AS_IPV6 =
      Pattern.compile("(?=[^:]*:[^:]*:)[0-9a-fA-F:][0-9a-fA-F:.]{1,44}");

  private IpLiteral() {}

  /** An IPv6 address that stands for an IPv4 one is read as that. */
  static Optional<InetAddress> parse(String text) {
    if (!IPV4.matcher(text).matches() && !MEANT_AS_IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }
}
