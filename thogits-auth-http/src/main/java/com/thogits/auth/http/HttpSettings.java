package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a host may choose about HTTP. Start from {@link #DEFAULTS} and change what differs.
 *
 * @param insecureCookies whether the session cookie goes over plain HTTP: its name then is {@code
 *     thogits_session}, without the {@code __Host-} prefix and the {@code Secure} attribute, and
 *     whoever listens on the network can take it. Browsers treat {@code http://localhost} as
 *     secure, so it isn't needed there
 * @param allowedOrigins the other origins whose pages may call the endpoints and read the answers,
 *     as browsers write them: {@code https://app.example.com}. The cookie is {@code SameSite=Lax},
 *     so browsers send it along only from origins of the same site
 */
public record HttpSettings(boolean insecureCookies, Set<String> allowedOrigins) {
  /** Secure cookies, no other origin. */
  public static final HttpSettings DEFAULTS = new HttpSettings(false, Set.of());

  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

  /**
   * Checks every setting.
   *
   * @throws IllegalArgumentException if an origin is not written as browsers write it, in lower
   *     case and without a slash at the end; the message names it
   */
  public HttpSettings {
    allowedOrigins = Set.copyOf(requireNonNull(allowedOrigins, "allowedOrigins"));
    for (String origin : allowedOrigins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "allowedOrigins must be like https://app.example.com, not " + origin);
      }
    }
  }

  /** With another {@link #insecureCookies()}. */
  public HttpSettings withInsecureCookies(boolean value) {
    return new HttpSettings(value, allowedOrigins);
  }

  /** With other {@link #allowedOrigins()}. */
  public HttpSettings withAllowedOrigins(Set<String> value) {
    return new HttpSettings(insecureCookies, value);
  }
}
