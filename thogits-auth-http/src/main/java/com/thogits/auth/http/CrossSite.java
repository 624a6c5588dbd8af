package com.thogits.auth.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The whole defence against forged requests (ASVS 3.5.1). Browsers say where a request comes from,
 * and pages cannot change what they say: {@code Sec-Fetch-Site} in every browser since 2023, {@code
 * Origin} before. A request that has neither comes from no browser, so nobody's cookie was borrowed
 * for it. Safe methods pass: they change nothing, and other sites cannot read the answers.
 */
final class CrossSite {
  private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

  private final Set<String> allowedOrigins;

  CrossSite(HttpSettings settings) {
    this.allowedOrigins = settings.allowedOrigins();
  }

  boolean refuses(AuthRequest request) {
    return !request.isSafe() && !comesFromHere(request);
  }

  private boolean comesFromHere(AuthRequest request) {
    List<String> site = request.header("Sec-Fetch-Site");
    List<String> origin = request.header("Origin");
    if (site.size() == 1 && OWN_PAGES.contains(site.get(0))) {
      return true;
    }
    if (origin.size() == 1 && allowedOrigins.contains(origin.get(0))) {
      return true;
    }
    return site.isEmpty() && (origin.isEmpty() || isOwn(origin, request.header("Host")));
  }

  /** The scheme is left out: behind a proxy that ends TLS the server does not know its own. */
  private static boolean isOwn(List<String> origin, List<String> host) {
    return origin.size() == 1
        && host.size() == 1
        && authority(origin.get(0)).filter(host.get(0)::equalsIgnoreCase).isPresent();
  }

  /** Host and port of an origin that is one. */
  private static Optional<String> authority(String origin) {
    try {
      URI uri = new URI(origin);
      return "".equals(uri.getRawPath())
          ? Optional.ofNullable(uri.getRawAuthority())
          : Optional.empty();
    } catch (URISyntaxException noOrigin) {
      return Optional.empty();
    }
  }
}
