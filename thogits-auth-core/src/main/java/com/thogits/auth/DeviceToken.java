package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Marks a browser from which an account has logged in, so that strangers who guess at the account
 * use up a budget that is not the owner's (OWASP's device cookies). It opens nothing: with it a
 * password is as necessary as without. It is bound to the account and to its credential epoch.
 */
public final class DeviceToken {
  private static final int MOST_CHARACTERS = 400;

  private final String text;

  DeviceToken(String text) {
    this.text = requireNonNull(text, "text");
  }

  /** Reads what {@link #reveal()} wrote; empty if {@code text} cannot be a device token. */
  public static Optional<DeviceToken> parse(String text) {
    return !text.isEmpty() && text.length() <= MOST_CHARACTERS && isBase64Url(text)
        ? Optional.of(new DeviceToken(text))
        : Optional.empty();
  }

  private static boolean isBase64Url(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isBase64Url(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBase64Url(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /** The token's text, for the cookie and for nothing else. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeviceToken token && text.equals(token.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "DeviceToken[redacted]";
  }
}
