package com.thogits.auth.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.thogits.auth.AuthService;
import java.io.IOException;

/**
 * The endpoints on the JDK's own server. Mount it on the context that is to be their prefix:
 *
 * <pre>{@code
 * HttpServer server = HardenedHttpServer.create(new InetSocketAddress("localhost", port));
 * server.createContext("/api/auth", new AuthHandler(auth));
 * }</pre>
 *
 * <p>Paths are matched to the letter, as they were sent: the server itself matches contexts by
 * prefix, and hands over {@code /api/auth/me.css} too, which is answered 404. A caller's address is
 * that of the connection, unless the connection is from one of {@link
 * HttpSettings#trustedProxies()}.
 *
 * <p>Every request that reaches the handler is answered, with a 500 if all else fails. A request
 * that is refused before its body was read is answered first; then up to 1 MiB of the body is
 * discarded, so that the answer arrives and the connection lives on. How long that may take is the
 * server's limit on requests, which {@link HardenedHttpServer} sets.
 */
public final class AuthHandler implements HttpHandler {
  private final AuthEndpoints endpoints;

  /** The endpoints with {@link HttpSettings#DEFAULTS}. */
  public AuthHandler(AuthService auth) {
    this(auth, HttpSettings.DEFAULTS);
  }

  /** The endpoints as a host wants them. Insecure cookies are warned of in the log. */
  public AuthHandler(AuthService auth, HttpSettings settings) {
    this.endpoints = new AuthEndpoints(auth, settings);
  }

  /**
   * Answers one request and closes its exchange.
   *
   * @throws IOException if the client is gone
   */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JdkExchange jdk = new JdkExchange(exchange);
      jdk.send(endpoints.handle(jdk.request()));
    }
  }
}
