package com.thogits.auth.http;

import com.thogits.auth.Client;
import com.thogits.auth.SessionToken;
import java.util.Optional;

/** Tells who calls. */
final class Clients {
  private final Cookies cookies;
  private final ClientAddress address;

  Clients(HttpSettings settings) {
    this.cookies = new Cookies(settings);
    this.address = new ClientAddress(settings);
  }

  Client of(AuthRequest request) {
    String userAgent = request.header("User-Agent").stream().findFirst().orElse("");
    return new Client(
        address.of(request), userAgent, cookies.session(request), cookies.device(request));
  }

  /** The session's token alone, if one is presented: most requests need no more. */
  Optional<SessionToken> session(AuthRequest request) {
    return cookies.session(request);
  }
}
