package com.thogits.auth.http;

import java.util.List;
import java.util.Set;

/** Lets pages of the allowed origins read the answers (the Fetch standard's CORS protocol). */
final class Cors {
  private static final String PREFLIGHT_SECONDS = "600";

  private final Set<String> allowedOrigins;

  Cors(HttpSettings settings) {
    this.allowedOrigins = settings.allowedOrigins();
  }

  /** The answer for an allowed origin; any other origin gets it as it was. */
  AuthResponse admit(AuthRequest request, AuthResponse answer) {
    return isAllowed(request)
        ? answer
            .with("Access-Control-Allow-Origin", request.header("Origin").get(0))
            .with("Access-Control-Allow-Credentials", "true")
            .with("Vary", "Origin")
        : answer;
  }

  /** The answer to what a browser asks before it sends a request that no plain form could send. */
  AuthResponse preflight(AuthRequest request, Route route, AuthResponse answer) {
    return isAllowed(request)
        ? answer
            .with("Access-Control-Allow-Methods", route.method())
            .with("Access-Control-Allow-Headers", "content-type")
            .with("Access-Control-Max-Age", PREFLIGHT_SECONDS)
        : answer;
  }

  private boolean isAllowed(AuthRequest request) {
    List<String> origin = request.header("Origin");
    return origin.size() == 1 && allowedOrigins.contains(origin.get(0));
  }
}
