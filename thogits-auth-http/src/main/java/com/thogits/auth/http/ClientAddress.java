package com.thogits.auth.http;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the caller's own address behind the host's proxies (ASVS 4.1.3). A proxy is believed as far
 * as it is one of the host's: the first address that is not is the caller's, and what stands before
 * it is the caller's own text.
 */
final class ClientAddress {
  private final Set<AddressRange> trustedProxies;
  private final ProxyHeader header;

  ClientAddress(HttpSettings settings) {
    this.trustedProxies = settings.trustedProxies();
    this.header = settings.proxyHeader();
  }

  /** The connection's address unless a trusted proxy, asked in turn, names another one. */
  String of(AuthRequest request) {
    String known = request.remoteAddress();
    if (trustedProxies.isEmpty()) {
      return known;
    }
    Hops hops = header.hopsOf(request);
    Optional<InetAddress> nearest = IpLiteral.parse(withoutZone(known));
    while (nearest.filter(this::isTrusted).isPresent()) {
      nearest = hops.previous();
      known = nearest.map(InetAddress::getHostAddress).orElse(known);
    }
    return known;
  }

  private boolean isTrusted(InetAddress address) {
    return trustedProxies.stream().anyMatch(range -> range.contains(address));
  }

  /** The network interface after the percent sign is this machine's own affair. */
  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }
}
