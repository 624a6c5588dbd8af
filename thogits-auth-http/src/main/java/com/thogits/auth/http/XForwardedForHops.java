package com.thogits.auth.http;

import java.net.InetAddress;
import java.util.Optional;

/** Addresses with commas between them. */
final class XForwardedForHops implements Hops {
  private final String text;

  /** Where what was not read yet ends; -1 if nothing is left. */
  private int end;

  XForwardedForHops(String text) {
    this.text = text;
    this.end = text.length();
  }

  @Override
  public Optional<InetAddress> previous() {
    if (end < 0) {
      return Optional.empty();
    }
    int comma = text.lastIndexOf(',', end - 1);
    String node = text.substring(comma + 1, end).strip();
    end = comma;
    return Hops.address(node);
  }
}
