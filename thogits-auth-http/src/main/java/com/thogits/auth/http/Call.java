package com.thogits.auth.http;

import com.thogits.auth.AuthError;
import com.thogits.auth.AuthException;
import com.thogits.auth.Client;
import com.thogits.auth.SessionToken;
import com.thogits.auth.UserInfo;
import java.util.Optional;

/** A request that was let through to its endpoint. */
final class Call {
  private final Client client;
  private final Optional<UserInfo> signedIn;
  private final byte[] body;

  Call(Client client, Optional<UserInfo> signedIn, byte[] body) {
    this.client = client;
    this.signedIn = signedIn;
    this.body = body;
  }

  /** Who calls, with the token that was presented. */
  Client client() {
    return client;
  }

  /** The token, at an endpoint that asks for a session or a partial one. */
  SessionToken token() {
    return client.session().orElseThrow(() -> new AuthException(AuthError.NOT_AUTHENTICATED));
  }

  /** The account, at an endpoint that asks for a session. */
  UserInfo user() {
    return signedIn.orElseThrow(() -> new AuthException(AuthError.NOT_AUTHENTICATED));
  }

  /** The body's fields. Endpoints that need none do not care what the body says. */
  JsonFields fields() {
    return JsonFields.parse(body);
  }
}
