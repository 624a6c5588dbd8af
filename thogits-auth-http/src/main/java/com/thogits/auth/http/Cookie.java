package com.thogits.auth.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cookie of the library (RFC 6265, ASVS 3.3.1 to 3.3.4). Cookies of other names are no concern of
 * it, however odd. If a request carries two of its name with different values, somebody planted one
 * of them; which one cannot be told, so neither counts.
 */
final class Cookie {
  private final String beginning;
  private final String attributes;

  Cookie(String name, HttpSettings settings) {
    this.beginning = (settings.insecureCookies() ? name : "__Host-" + name) + "=";
    this.attributes =
        settings.insecureCookies()
            ? "; Path=/; HttpOnly; SameSite=Lax"
            : "; Path=/; Secure; HttpOnly; SameSite=Lax";
  }

  String set(String value, Duration lifetime) {
    return beginning + value + attributes + "; Max-Age=" + lifetime.toSeconds();
  }

  String clear() {
    return set("", Duration.ZERO);
  }

  /** The value that the request presents. */
  Optional<String> read(AuthRequest request) {
    String found = null;
    for (String line : request.header("Cookie")) {
      int end;
      for (int begin = 0; begin <= line.length(); begin = end + 1) {
        end = endOfPair(line, begin);
        String value = valueIn(line, begin, end);
        if (found != null && value != null && !value.equals(found)) {
          return Optional.empty();
        }
        found = value == null ? found : value;
      }
    }
    return Optional.ofNullable(found);
  }

  private static int endOfPair(String line, int begin) {
    int semicolon = line.indexOf(';', begin);
    return semicolon < 0 ? line.length() : semicolon;
  }

  /** The value, if the pair that begins and ends there is this cookie's. */
  private @Nullable String valueIn(String line, int begin, int end) {
    int start = begin;
    while (start < end && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    return line.startsWith(beginning, start)
        ? unquoted(line.substring(start + beginning.length(), end).stripTrailing())
        : null;
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
