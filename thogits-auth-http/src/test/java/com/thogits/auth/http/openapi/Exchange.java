package com.thogits.auth.http.openapi;

import com.thogits.auth.http.AuthResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request and its answer, as they went by.
 *
 * @param path below the prefix, undecoded, without the query
 * @param requestHeaders every line a value; names in any case
 * @param responseHeaders likewise
 */
public record Exchange(
    String method,
    String path,
    Map<String, List<String>> requestHeaders,
    String requestBody,
    int status,
    Map<String, List<String>> responseHeaders,
    String responseBody) {

  /** Makes the names of the headers known in any case. */
  public Exchange {
    requestHeaders = inAnyCase(requestHeaders);
    responseHeaders = inAnyCase(responseHeaders);
  }

  /** An exchange of plain values. */
  public static Exchange of(
      String method,
      String path,
      Map<String, List<String>> requestHeaders,
      byte[] requestBody,
      AuthResponse answer) {
    return new Exchange(
        method,
        path,
        requestHeaders,
        new String(requestBody, StandardCharsets.UTF_8),
        answer.status(),
        answer.headers(),
        new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static Map<String, List<String>> inAnyCase(Map<String, List<String>> headers) {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    return copy;
  }

  boolean isAccepted() {
    return status >= 200 && status <= 299;
  }

  /** HEAD is answered like GET. */
  boolean isHead() {
    return method.equals("HEAD");
  }
}
