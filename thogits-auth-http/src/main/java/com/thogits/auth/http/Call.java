package com.thogits.auth.http;

import com.thogits.auth.Client;
import com.thogits.auth.SessionToken;
import com.thogits.auth.Ulid;

/** A request that was let through to its endpoint. */
final class Call {
  private final AuthRequest request;
  private final Clients clients;
  private final byte[] body;

  Call(AuthRequest request, Clients clients, byte[] body) {
    this.request = request;
    this.clients = clients;
    this.body = body;
  }

  /** Who calls, with the tokens that were presented. */
  Client client() {
    return clients.of(request);
  }

  /** The token, at an endpoint that asks for a session or a partial one. */
  SessionToken token() {
    return clients
        .session(request)
        .orElseThrow(() -> new RequestException(RequestError.NOT_AUTHENTICATED));
  }

  /** The id, at an endpoint whose path ends with one. */
  Ulid id() {
    return PathId.of(request.path())
        .map(PathId::id)
        .orElseThrow(() -> new RequestException(RequestError.NOT_FOUND));
  }

  /** The body's fields. Endpoints that need none do not care what the body says. */
  JsonFields fields() {
    return JsonFields.parse(body);
  }
}
