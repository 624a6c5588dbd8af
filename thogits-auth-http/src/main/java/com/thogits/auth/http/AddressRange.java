package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IP addresses that begin with the same bits (CIDR, RFC 4632 and RFC 4291 section 2.3). A range
 * of IPv4 addresses holds no IPv6 address and the other way round; an IPv4 address written as an
 * IPv6 one ({@code ::ffff:192.0.2.1}) counts as IPv4.
 *
 * @param network the first address
 * @param prefixLength how many bits are the same: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record AddressRange(InetAddress network, int prefixLength) {
  private static final Pattern NOTATION = Pattern.compile("([0-9a-fA-F:.]+)(?:/([0-9]{1,3}))?");

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if {@code prefixLength} is out of its range, or {@code
   *     network} is not the first address of such a range
   */
  public AddressRange {
    byte[] address = requireNonNull(network, "network").getAddress();
    if (prefixLength < 0 || prefixLength > address.length * Byte.SIZE) {
      throw new IllegalArgumentException(
          "prefixLength must be 0 to " + address.length * Byte.SIZE + ", not " + prefixLength);
    }
    for (int bit = prefixLength; bit < address.length * Byte.SIZE; bit++) {
      if (bit(address, bit) != 0) {
        throw new IllegalArgumentException(
            "network must be 0 after its first " + prefixLength + " bits");
      }
    }
  }

  /**
   * Reads a range like {@code 10.0.0.0/8} or {@code 2001:db8::/32}, or a single address.
   *
   * @throws IllegalArgumentException if {@code text} is neither
   */
  public static AddressRange parse(String text) {
    Matcher notation = NOTATION.matcher(requireNonNull(text, "text"));
    if (!notation.matches()) {
      throw notARange(text);
    }
    InetAddress network = IpLiteral.parse(notation.group(1)).orElseThrow(() -> notARange(text));
    String length = notation.group(2);
    return new AddressRange(
        network,
        length == null ? network.getAddress().length * Byte.SIZE : Integer.parseInt(length));
  }

  private static IllegalArgumentException notARange(String text) {
    return new IllegalArgumentException(
        "text must be an address or a range like 10.0.0.0/8, not " + text);
  }

  /** Whether the address is one of the range. */
  public boolean contains(InetAddress address) {
    byte[] wanted = address.getAddress();
    byte[] first = network.getAddress();
    if (wanted.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < prefixLength; bit++) {
      if (bit(wanted, bit) != bit(first, bit)) {
        return false;
      }
    }
    return true;
  }

  private static int bit(byte[] address, int index) {
    return address[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1;
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return network.getHostAddress() + "/" + prefixLength;
  }
}
