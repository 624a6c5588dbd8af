package com.thogits.auth.http;

import java.util.List;

/**
 * The header field by which a host's proxies say whom they forward for. It has to be the one that
 * all of them write: a field that a proxy does not know it passes on as the client sent it.
 */
public enum ProxyHeader {
  /** {@code X-Forwarded-For: 198.51.100.7, 10.0.0.1}: what most proxies write. */
  X_FORWARDED_FOR("X-Forwarded-For") {
    @Override
    Hops hops(String value) {
      return new XForwardedForHops(value);
    }
  },
  /** {@code Forwarded: for=198.51.100.7, for="[2001:db8::1]:4711"} (RFC 7239). */
  FORWARDED("Forwarded") {
    @Override
    Hops hops(String value) {
      return new ForwardedHops(value);
    }
  };

  private final String field;

  ProxyHeader(String field) {
    this.field = field;
  }

  Hops hopsOf(AuthRequest request) {
    List<String> lines = request.header(field);
    return hops(String.join(",", lines));
  }

  abstract Hops hops(String value);
}
