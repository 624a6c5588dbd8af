package com.thogits.auth.http;

import com.thogits.auth.Client;
import com.thogits.auth.SessionToken;
import com.thogits.auth.Ulid;

/** A request that was let through to its endpoint. */
final class Call {
  private final String path;
  private final Client client;
  private final byte[] body;

  Call(String path, Client client, byte[] body) {
    this.path = path;
    this.client = client;
    this.body = body;
  }

  /** Who calls, with the tokens that were presented. */
  Client client() {
    return client;
  }

  /** The token, at an endpoint that asks for a session or a partial one. */
  SessionToken token() {
    return client.session().orElseThrow(() -> new RequestException(RequestError.NOT_AUTHENTICATED));
  }

  /** The id, at an endpoint whose path ends with one. */
  Ulid id() {
    return PathId.of(path)
        .map(PathId::id)
        .orElseThrow(() -> new RequestException(RequestError.NOT_FOUND));
  }

  /** The body's fields. Endpoints that need none do not care what the body says. */
  JsonFields fields() {
    return JsonFields.parse(body);
  }
}
