package com.thogits.auth.http;

/**
 * A row of the documentation: what is served where, to whom.
 *
 * @param method the one method of the path
 * @param path below the prefix, to be matched to the letter; {@code {id}} in the end stands for any
 *     ULID
 * @param access who gets through to the endpoint
 * @param endpoint what is done
 */
record Route(String method, String path, Access access, Endpoint endpoint) {

  /** What a request must present. */
  enum Access {
    ANYBODY,
    SESSION,
    PARTIAL_SESSION
  }

  /** Answers a call that was let through. */
  interface Endpoint {
    AuthResponse answer(Call call);
  }

  boolean serves(String requested) {
    return requested.equals(method) || (requested.equals("HEAD") && method.equals("GET"));
  }

  /** The {@code Allow} header's value. */
  String allowed() {
    return method.equals("GET") ? "GET, HEAD, OPTIONS" : method + ", OPTIONS";
  }
}
