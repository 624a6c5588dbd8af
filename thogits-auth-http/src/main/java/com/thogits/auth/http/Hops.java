package com.thogits.auth.http;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom the proxies of a request say they forward for, from the nearest one back. Each proxy writes
 * at the end, so what a client planted comes last, and cannot change how the rest is read.
 */
interface Hops {
  /** With or without brackets and port (RFC 7239 section 6). */
  Pattern NODE =
      Pattern.compile(
          "(?:([0-9.]+)|\\[([0-9a-fA-F.]*:[0-9a-fA-F:.]*)])(?::(?:[0-9]{1,5}|_[0-9A-Za-z._-]+))?");

  /** The next one back; empty if there is none or it is no address, and then the walk is over. */
  Optional<InetAddress> previous();

  /** The address of a node, unless it is hidden, unknown or malformed. */
  static Optional<InetAddress> address(String node) {
    Matcher parts = NODE.matcher(node);
    if (!parts.matches()) {
      return IpLiteral.parse(node);
    }
    return IpLiteral.parse(parts.group(1) == null ? parts.group(2) : parts.group(1));
  }
}
