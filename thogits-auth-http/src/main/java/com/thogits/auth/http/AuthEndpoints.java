package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.ActiveSession;
import com.thogits.auth.AuthError;
import com.thogits.auth.AuthException;
import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.SessionToken;
import com.thogits.auth.UserInfo;
import com.thogits.auth.http.Route.Access;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * The documented endpoints on plain values: what an adapter to a server gives requests to and takes
 * answers from. {@link AuthHandler} is the adapter to the JDK's own server.
 *
 * <p>A request is checked in this order, and the first thing wrong is the answer: path, method,
 * origin, content type, session, size of the body, JSON, fields. Safe for use by many threads.
 */
public final class AuthEndpoints {
  private static final Logger LOG = System.getLogger(AuthEndpoints.class.getPackageName());

  private final AuthService auth;
  private final SessionCookie cookie;
  private final Routes routes;
  private final CrossSite crossSite;
  private final Cors cors;

  /** The endpoints with {@link HttpSettings#DEFAULTS}. */
  public AuthEndpoints(AuthService auth) {
    this(auth, HttpSettings.DEFAULTS);
  }

  /** The endpoints as a host wants them. Insecure cookies are warned of in the log. */
  public AuthEndpoints(AuthService auth, HttpSettings settings) {
    this.auth = requireNonNull(auth, "auth");
    this.cookie = new SessionCookie(requireNonNull(settings, "settings"));
    this.routes = new Routes(auth, cookie);
    this.crossSite = new CrossSite(settings);
    this.cors = new Cors(settings);
    if (settings.insecureCookies()) {
      LOG.log(
          Level.WARNING, "Session cookies go over plain HTTP: anyone on the way can take them.");
    }
  }

  /**
   * Answers a request. Whatever goes wrong inside is logged and answered with a 500 that says
   * nothing of its cause; nothing is thrown.
   */
  public AuthResponse handle(AuthRequest request) {
    requireNonNull(request, "request");
    AuthResponse answer;
    try {
      answer = answer(request);
    } catch (Throwable failure) {
      answer = Refusals.of(failure);
    }
    return cors.admit(request, answer);
  }

  private AuthResponse answer(AuthRequest request) {
    Route route =
        routes.find(request.path()).orElseThrow(() -> new RequestException(RequestError.NOT_FOUND));
    if (request.method().equals("OPTIONS")) {
      return cors.preflight(
          request, route, AuthResponse.noContent().with("Allow", route.allowed()));
    }
    if (!route.serves(request.method())) {
      return Refusals.of(new RequestException(RequestError.METHOD_NOT_ALLOWED))
          .with("Allow", route.allowed());
    }
    if (crossSite.refuses(request)) {
      throw new RequestException(RequestError.CROSS_SITE);
    }
    return route.endpoint().answer(admit(request, route.access()));
  }

  private Call admit(AuthRequest request, Access access) {
    if (!request.isSafe()) {
      RequestBody.requireJsonIfAny(request);
    }
    Client client = client(request);
    Optional<UserInfo> user = require(access, client.session());
    return new Call(client, user, request.isSafe() ? new byte[0] : RequestBody.read(request));
  }

  private Client client(AuthRequest request) {
    String userAgent = request.header("User-Agent").stream().findFirst().orElse("");
    return new Client(request.clientAddress(), userAgent, cookie.read(request));
  }

  /** The account if a session is asked for, or a refusal. */
  private Optional<UserInfo> require(Access access, Optional<SessionToken> token) {
    return switch (access) {
      case ANYBODY -> Optional.empty();
      case SESSION ->
          Optional.of(
              token
                  .flatMap(auth::authenticate)
                  .map(ActiveSession::user)
                  .orElseThrow(() -> new AuthException(AuthError.NOT_AUTHENTICATED)));
      case PARTIAL_SESSION -> {
        if (token.filter(auth::awaitsCode).isEmpty()) {
          throw new AuthException(AuthError.NO_PARTIAL_SESSION);
        }
        yield Optional.empty();
      }
    };
  }
}
