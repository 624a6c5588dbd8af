package com.thogits.auth.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * An exchange of the JDK's server, without its traps: a length of 0 means chunked there and -1 no
 * body; a connection whose request was not read to its end is closed, which can destroy the answer
 * on its way.
 */
final class JdkExchange {
  /** Clients that are refused early mostly read the answer only when they have sent everything. */
  private static final long MOST_BYTES_DISCARDED = 1024 * 1024;

  private final HttpExchange exchange;

  JdkExchange(HttpExchange exchange) {
    this.exchange = exchange;
  }

  AuthRequest request() {
    return new AuthRequest(
        exchange.getRequestMethod(),
        pathBelowContext(),
        exchange.getRequestHeaders(),
        exchange.getRequestBody(),
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  private String pathBelowContext() {
    String context = exchange.getHttpContext().getPath();
    String prefix = context.endsWith("/") ? context.substring(0, context.length() - 1) : context;
    String path = exchange.getRequestURI().getRawPath();
    return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
  }

  void send(AuthResponse answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.putAll(answer.headers());
    if (declaredLength() > MOST_BYTES_DISCARDED) {
      headers.set("Connection", "close");
    }
    byte[] body = answer.body();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head || body.length == 0) {
      if (head) {
        headers.set("Content-Length", Integer.toString(body.length));
      }
      discardRequest();
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), body.length);
    OutputStream out = exchange.getResponseBody();
    out.write(body);
    out.flush();
    discardRequest();
  }

  private long declaredLength() {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }

  /** The server keeps a connection only if its request was read to the very end. */
  private void discardRequest() throws IOException {
    InputStream rest = exchange.getRequestBody();
    if (rest.read() < 0) {
      return;
    }
    byte[] buffer = new byte[8 * 1024];
    long discarded = 0;
    for (int n = 0; n >= 0 && discarded <= MOST_BYTES_DISCARDED; n = rest.read(buffer)) {
      discarded += n;
    }
  }
}
