package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.password.PasswordPolicy;
import java.time.Duration;

/**
 * What a host may choose. Start from {@link #DEFAULTS} and change what differs.
 *
 * @param issuer the service's name as authenticator apps show it; no colon
 * @param minimumPasswordLength in code points, 8 to 256; 15 is advised where TOTP is optional (NIST
 *     SP 800-63B-4 section 3.1.1.2)
 * @param sessionLifetime how long a session lives at most
 * @param sessionIdleLimit how long a session lives without being used
 * @param partialSessionLifetime how long a login waits for its code
 */
public record AuthSettings(
    String issuer,
    int minimumPasswordLength,
    Duration sessionLifetime,
    Duration sessionIdleLimit,
    Duration partialSessionLifetime) {

  /** Thogits, 8 code points, 30 days, 7 days, 5 minutes. */
  public static final AuthSettings DEFAULTS =
      new AuthSettings(
          "Thogits", 8, Duration.ofDays(30), Duration.ofDays(7), Duration.ofMinutes(5));

  /**
   * Checks every setting.
   *
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public AuthSettings {
    requireNonNull(issuer, "issuer");
    if (issuer.isBlank() || issuer.indexOf(':') >= 0) {
      throw new IllegalArgumentException("issuer must be a name without a colon");
    }
    if (minimumPasswordLength < PasswordPolicy.LOWEST_MINIMUM
        || minimumPasswordLength > PasswordPolicy.HIGHEST_MINIMUM) {
      throw new IllegalArgumentException("minimumPasswordLength must be from 8 to 256");
    }
    requirePositive(sessionLifetime, "sessionLifetime");
    requirePositive(sessionIdleLimit, "sessionIdleLimit");
    requirePositive(partialSessionLifetime, "partialSessionLifetime");
  }

  /** With another {@link #issuer()}. */
  public AuthSettings withIssuer(String value) {
    return new AuthSettings(
        value, minimumPasswordLength, sessionLifetime, sessionIdleLimit, partialSessionLifetime);
  }

  /** With another {@link #minimumPasswordLength()}. */
  public AuthSettings withMinimumPasswordLength(int value) {
    return new AuthSettings(
        issuer, value, sessionLifetime, sessionIdleLimit, partialSessionLifetime);
  }

  /** With another {@link #sessionLifetime()}. */
  public AuthSettings withSessionLifetime(Duration value) {
    return new AuthSettings(
        issuer, minimumPasswordLength, value, sessionIdleLimit, partialSessionLifetime);
  }

  /** With another {@link #sessionIdleLimit()}. */
  public AuthSettings withSessionIdleLimit(Duration value) {
    return new AuthSettings(
        issuer, minimumPasswordLength, sessionLifetime, value, partialSessionLifetime);
  }

  /** With another {@link #partialSessionLifetime()}. */
  public AuthSettings withPartialSessionLifetime(Duration value) {
    return new AuthSettings(
        issuer, minimumPasswordLength, sessionLifetime, sessionIdleLimit, value);
  }

  private static void requirePositive(Duration duration, String name) {
    requireNonNull(duration, name);
    if (duration.compareTo(Duration.ofSeconds(1)) < 0
        || duration.compareTo(Duration.ofDays(3650)) > 0) {
      throw new IllegalArgumentException(name + " must be from a second to ten years");
    }
  }
}
