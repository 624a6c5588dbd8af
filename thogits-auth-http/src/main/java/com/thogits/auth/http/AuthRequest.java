package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An HTTP request as {@link AuthEndpoints} needs it, whatever server it came through. */
public final class AuthRequest {
  private final String method;
  private final String path;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final InputStream body;
  private final String remoteAddress;

  /**
   * Takes a request over.
   *
   * @param method the method as it was sent; methods know upper from lower case
   * @param path the path below the endpoints' prefix as it was sent, undecoded and without the
   *     query: {@code /login}
   * @param headers the header fields, every line a value; names in any case
   * @param body the body, which is read at most once and never closed; an empty stream if there is
   *     none
   * @param remoteAddress the network address at the other end of the connection: the caller's or
   *     its last proxy's
   */
  public AuthRequest(
      String method,
      String path,
      Map<String, List<String>> headers,
      InputStream body,
      String remoteAddress) {
    this.method = requireNonNull(method, "method");
    this.path = requireNonNull(path, "path");
    this.body = requireNonNull(body, "body");
    this.remoteAddress = requireNonNull(remoteAddress, "remoteAddress");
    requireNonNull(headers, "headers")
        .forEach(
            (name, values) ->
                this.headers.computeIfAbsent(name, unseen -> new ArrayList<>()).addAll(values));
  }

  /** The method as it was sent. */
  public String method() {
    return method;
  }

  /** The path below the prefix, undecoded. */
  public String path() {
    return path;
  }

  /**
   * The values of a header field, in the order of their lines.
   *
   * @param name in any case
   * @return empty if there is no such field
   */
  public List<String> header(String name) {
    return Collections.unmodifiableList(headers.getOrDefault(name, List.of()));
  }

  /** The body. */
  public InputStream body() {
    return body;
  }

  /** The network address at the other end of the connection. */
  public String remoteAddress() {
    return remoteAddress;
  }

  /** GET, HEAD and OPTIONS change nothing (RFC 9110 section 9.2.1). */
  boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
  }

  /** The method alone: paths are the caller's text, and headers hold secrets. */
  @Override
  public String toString() {
    return "AuthRequest[method=" + method + "]";
  }
}
