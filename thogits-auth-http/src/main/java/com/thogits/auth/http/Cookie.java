package com.thogits.auth.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A cookie of the library (RFC 6265, ASVS 3.3.1 to 3.3.4). Cookies of other names are no concern of
 * it, however odd. If a request carries two of its name with different values, somebody planted one
 * of them; which one cannot be told, so neither counts.
 */
final class Cookie {
  private final String name;
  private final String attributes;

  Cookie(String name, HttpSettings settings) {
    this.name = settings.insecureCookies() ? name : "__Host-" + name;
    this.attributes =
        settings.insecureCookies()
            ? "; Path=/; HttpOnly; SameSite=Lax"
            : "; Path=/; Secure; HttpOnly; SameSite=Lax";
  }

  String set(String value, Duration lifetime) {
    return name + "=" + value + attributes + "; Max-Age=" + lifetime.toSeconds();
  }

  String clear() {
    return set("", Duration.ZERO);
  }

  /** The value that the request presents. */
  Optional<String> read(AuthRequest request) {
    List<String> values =
        request.header("Cookie").stream()
            .flatMap(line -> List.of(line.split(";", -1)).stream())
            .map(String::strip)
            .filter(pair -> pair.startsWith(name + "="))
            .map(pair -> unquoted(pair.substring(name.length() + 1)))
            .distinct()
            .toList();
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
