package com.thogits.auth.example;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;

/**
 * Lets GET and HEAD of a context's own paths through. The server matches contexts by prefix, and
 * hands over {@code /api/hello.css} to {@code /api/hello}.
 */
final class RouteFilter extends Filter {
  private static final String ALLOWED = "GET, HEAD, OPTIONS";
  private static final int NO_BODY = -1;

  private static final String NOT_FOUND =
      """
      {"error":"not_found","message":"There is nothing here."}""";

  private static final String METHOD_NOT_ALLOWED =
      """
      {"error":"method_not_allowed","message":"This method is not allowed here."}""";

  private final Set<String> paths;

  RouteFilter(Set<String> paths) {
    this.paths = paths;
  }

  @Override
  public String description() {
    return "GET " + paths;
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    if (!paths.contains(exchange.getRequestURI().getRawPath())) {
      notFound(exchange);
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> chain.doFilter(exchange);
      case "OPTIONS" -> options(exchange);
      default -> methodNotAllowed(exchange);
    }
  }

  private static void notFound(HttpExchange exchange) throws IOException {
    JsonAnswer.send(exchange, 404, NOT_FOUND);
  }

  private static void options(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Allow", ALLOWED);
      exchange.sendResponseHeaders(204, NO_BODY);
    }
  }

  private static void methodNotAllowed(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Allow", ALLOWED);
    JsonAnswer.send(exchange, 405, METHOD_NOT_ALLOWED);
  }
}
