package com.thogits.auth.http;

import com.thogits.auth.SessionToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The cookie that carries the session's token (RFC 6265, ASVS 3.3.1 to 3.3.4). Cookies of other
 * names are no concern of it, however odd. If a request carries two of the session's name with
 * different values, somebody planted one of them; which one cannot be told, so neither counts.
 */
final class SessionCookie {
  private final String name;
  private final String attributes;

  SessionCookie(HttpSettings settings) {
    this.name = settings.insecureCookies() ? "thogits_session" : "__Host-thogits_session";
    this.attributes =
        settings.insecureCookies()
            ? "; Path=/; HttpOnly; SameSite=Lax"
            : "; Path=/; Secure; HttpOnly; SameSite=Lax";
  }

  String set(SessionToken token, Duration lifetime) {
    return line(token.reveal(), lifetime.toSeconds());
  }

  String clear() {
    return line("", 0);
  }

  private String line(String value, long maxAgeInSeconds) {
    return name + "=" + value + attributes + "; Max-Age=" + maxAgeInSeconds;
  }

  /** The token that the request presents, if it is one. */
  Optional<SessionToken> read(AuthRequest request) {
    List<String> values =
        request.header("Cookie").stream()
            .flatMap(line -> List.of(line.split(";", -1)).stream())
            .map(String::strip)
            .filter(pair -> pair.startsWith(name + "="))
            .map(pair -> unquoted(pair.substring(name.length() + 1)))
            .distinct()
            .toList();
    return values.size() == 1 ? SessionToken.parse(values.get(0)) : Optional.empty();
  }

  private static String unquoted(String value) {
    return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
