package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a host may choose about HTTP. Start from {@link #DEFAULTS} and change what differs.
 *
 * @param insecureCookies whether cookies go over plain HTTP: the session's name then is {@code
 *     thogits_session}, without the {@code __Host-} prefix and the {@code Secure} attribute, and
 *     whoever listens on the network can take it. Browsers treat {@code http://localhost} as
 *     secure, so it isn't needed there
 * @param allowedOrigins the other origins whose pages may call the endpoints and read the answers,
 *     as browsers write them: {@code https://app.example.com}. The cookie is {@code SameSite=Lax},
 *     so browsers send it along only from origins of the same site
 * @param trustedProxies the addresses of the host's own proxies. Only what they say about the
 *     client's address in {@code proxyHeader} counts; a proxy that anybody else can send requests
 *     from must not be among them
 * @param proxyHeader the header field that every one of the trusted proxies writes; the other field
 *     counts for nothing, as clients could send it through them
 * @param strictTransportSecurity whether every answer tells browsers to use HTTPS alone for this
 *     host and its subdomains, for a year (RFC 6797, ASVS 3.4.1)
 * @param violationReports where browsers report what the Content-Security-Policy of the answers
 *     forbade (ASVS 3.4.7): an absolute https URI
 */
public record HttpSettings(
    boolean insecureCookies,
    Set<String> allowedOrigins,
    Set<AddressRange> trustedProxies,
    ProxyHeader proxyHeader,
    boolean strictTransportSecurity,
    Optional<URI> violationReports) {

  /** Secure cookies, no other origin, no proxy, and browsers told nothing more. */
  public static final HttpSettings DEFAULTS =
      new HttpSettings(
          false, Set.of(), Set.of(), ProxyHeader.X_FORWARDED_FOR, false, Optional.empty());

  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

  /** Nothing that would end a directive, a quoted text or a header field's list. */
  private static final Pattern REPORT_URI =
      Pattern.compile("https://[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+=%-]+");

  /**
   * Checks every setting.
   *
   * @throws IllegalArgumentException if an origin is not written as browsers write it, in lower
   *     case and without a slash at the end, or {@code violationReports} is no absolute https URI;
   *     the message names it
   */
  public HttpSettings {
    allowedOrigins = Set.copyOf(requireNonNull(allowedOrigins, "allowedOrigins"));
    trustedProxies = Set.copyOf(requireNonNull(trustedProxies, "trustedProxies"));
    requireNonNull(proxyHeader, "proxyHeader");
    requireNonNull(violationReports, "violationReports");
    for (String origin : allowedOrigins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "allowedOrigins must be like https://app.example.com, not " + origin);
      }
    }
    violationReports.ifPresent(HttpSettings::requireReportUri);
  }

  private static void requireReportUri(URI uri) {
    if (!REPORT_URI.matcher(uri.toASCIIString()).matches()) {
      throw new IllegalArgumentException(
          "violationReports must be like https://example.com/reports, not " + uri);
    }
  }

  /** With another {@link #insecureCookies()}. */
  public HttpSettings withInsecureCookies(boolean value) {
    return new HttpSettings(
        value,
        allowedOrigins,
        trustedProxies,
        proxyHeader,
        strictTransportSecurity,
        violationReports);
  }

  /** With other {@link #allowedOrigins()}. */
  public HttpSettings withAllowedOrigins(Set<String> value) {
    return new HttpSettings(
        insecureCookies,
        value,
        trustedProxies,
        proxyHeader,
        strictTransportSecurity,
        violationReports);
  }

  /** With other {@link #trustedProxies()}. */
  public HttpSettings withTrustedProxies(Set<AddressRange> value) {
    return new HttpSettings(
        insecureCookies,
        allowedOrigins,
        value,
        proxyHeader,
        strictTransportSecurity,
        violationReports);
  }

  /** With another {@link #proxyHeader()}. */
  public HttpSettings withProxyHeader(ProxyHeader value) {
    return new HttpSettings(
        insecureCookies,
        allowedOrigins,
        trustedProxies,
        value,
        strictTransportSecurity,
        violationReports);
  }

  /** With another {@link #strictTransportSecurity()}. */
  public HttpSettings withStrictTransportSecurity(boolean value) {
    return new HttpSettings(
        insecureCookies, allowedOrigins, trustedProxies, proxyHeader, value, violationReports);
  }

  /** With {@link #violationReports()}. */
  public HttpSettings withViolationReports(URI value) {
    return new HttpSettings(
        insecureCookies,
        allowedOrigins,
        trustedProxies,
        proxyHeader,
        strictTransportSecurity,
        Optional.of(value));
  }
}
