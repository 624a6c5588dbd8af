package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of {@link AuthEndpoints}. Whatever it says, it carries the headers that keep browsers
 * from storing it, guessing its type, rendering it as a page or handing it to another origin (ASVS
 * 3.2.1, 3.4.3 to 3.4.6, 3.5.8, 14.3.2). An answer to HEAD is what GET would get: the adapter sends
 * its headers and the length of its body, and leaves the body out (RFC 9110 section 9.3.2).
 */
public final class AuthResponse {
  private static final Map<String, List<String>> ON_EVERY_ANSWER = onEveryAnswer();
  private static final Map<String, List<String>> ON_EVERY_JSON_ANSWER =
      noContent().with("Content-Type", "application/json; charset=utf-8").headers();

  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private AuthResponse(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  private static Map<String, List<String>> onEveryAnswer() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", List.of("no-store"));
    headers.put("X-Content-Type-Options", List.of("nosniff"));
    headers.put(
        "Content-Security-Policy",
        List.of(
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none';"
                + " sandbox"));
    headers.put("Referrer-Policy", List.of("no-referrer"));
    headers.put("Cross-Origin-Resource-Policy", List.of("same-origin"));
    return Collections.unmodifiableMap(headers);
  }

  static AuthResponse json(int status, byte[] body) {
    return new AuthResponse(status, ON_EVERY_JSON_ANSWER, body);
  }

  /** What is answered when there is nothing to tell but that it was done. */
  static AuthResponse message(String text) {
    return json(200, JsonWriter.text("message", text));
  }

  static AuthResponse noContent() {
    return new AuthResponse(204, ON_EVERY_ANSWER, new byte[0]);
  }

  /** The same answer with one more header line. */
  AuthResponse with(String name, String value) {
    requireNonNull(value, name);
    Map<String, List<String>> more = new LinkedHashMap<>(headers);
    more.merge(
        name,
        List.of(value),
        (before, added) -> {
          List<String> lines = new ArrayList<>(before);
          lines.addAll(added);
          return Collections.unmodifiableList(lines);
        });
    return new AuthResponse(status, Collections.unmodifiableMap(more), body);
  }

  /** The same answer with more in the one line that a header has. */
  AuthResponse extended(String name, String more) {
    Map<String, List<String>> changed = new LinkedHashMap<>(headers);
    changed.computeIfPresent(name, (same, lines) -> List.of(lines.get(0) + more));
    return new AuthResponse(status, Collections.unmodifiableMap(changed), body);
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** The header fields, every value a line, without the body's length; unmodifiable. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The body; empty if there is none. */
  public byte[] body() {
    return body.clone();
  }

  /** The status alone: headers and body hold secrets. */
  @Override
  public String toString() {
    return "AuthResponse[status=" + status + "]";
  }
}
