package com.thogits.auth.totp;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The {@code otpauth://totp/} URI that enrols an account in an authenticator app, in the Key URI
 * Format that Google Authenticator, Authy and 1Password read.
 *
 * <p>The issuer stands in the label and in the query, as the format asks. Text is UTF-8,
 * percent-encoded: a blank is {@code %20}, never {@code +}. All parameters are written, but several
 * apps ignore {@code algorithm}, {@code digits} and {@code period}; {@link Totp#AUTHENTICATOR_APPS}
 * works in every one.
 *
 * @param issuer the service's name as the app shows it
 * @param account the user's name at that service, such as an e-mail address
 * @param secret the shared secret
 * @param totp the algorithm, digits and period
 */
public record OtpauthUri(String issuer, String account, TotpSecret secret, Totp totp) {
  private static final String UNESCAPED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@";

  private static final String HEX = "0123456789ABCDEF";

  /**
   * Checks the parameters.
   *
   * @param issuer the service's name
   * @param account the user's name
   * @param secret the shared secret
   * @param totp the algorithm, digits and period
   * @throws IllegalArgumentException if {@code issuer} or {@code account} is blank, or has a colon
   *     (it separates the two in the label), a control character, or an unpaired surrogate
   */
  public OtpauthUri {
    requireLabelPart("issuer", issuer);
    requireLabelPart("account", account);
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(totp, "totp");
  }

  /** {@return the URI; it holds the secret, so show it to its user alone, and never log it} */
  public String toUriString() {
    String escapedIssuer = percentEncode(issuer);
    return "otpauth://totp/"
        + escapedIssuer
        + ':'
        + percentEncode(account)
        + "?secret="
        + secret.toBase32()
        + "&issuer="
        + escapedIssuer
        + "&algorithm="
        + totp.algorithm().otpauthName()
        + "&digits="
        + totp.digits()
        + "&period="
        + totp.period().toSeconds();
  }

  private static void requireLabelPart(String parameter, String text) {
    if (Objects.requireNonNull(text, parameter).isBlank()) {
      throw new IllegalArgumentException(parameter + " must not be blank");
    }
    if (text.indexOf(':') >= 0) {
      throw new IllegalArgumentException(parameter + " must not have a colon");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(parameter + " must not have control characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(parameter + " must not have unpaired surrogates");
    }
  }

  private static String percentEncode(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNESCAPED.indexOf(octet) >= 0) {
        escaped.append((char) octet);
      } else {
        escaped.append('%').append(HEX.charAt(octet >> 4 & 0xf)).append(HEX.charAt(octet & 0xf));
      }
    }
    return escaped.toString();
  }
}
