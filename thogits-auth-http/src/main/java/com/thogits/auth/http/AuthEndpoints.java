package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.AuthService;
import com.thogits.auth.SessionToken;
import com.thogits.auth.http.Route.Access;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * The endpoints on plain values: what an adapter to a server gives requests to and takes answers
 * from. {@link AuthHandler} is the adapter to the JDK's own server.
 *
 * <p>A request is checked in this order, and the first thing wrong is the answer: path, method,
 * origin, content type, session, size of the body, JSON, fields. Safe for use by many threads.
 */
public final class AuthEndpoints {
  private static final Logger LOG = System.getLogger(AuthEndpoints.class.getPackageName());

  private final AuthService auth;
  private final Routes routes;
  private final Clients clients;
  private final CrossSite crossSite;
  private final Cors cors;
  private final BrowserPolicy browserPolicy;

  /** The endpoints with {@link HttpSettings#DEFAULTS}. */
  public AuthEndpoints(AuthService auth) {
    this(auth, HttpSettings.DEFAULTS);
  }

  /** The endpoints as a host wants them. Insecure cookies are warned of in the log. */
  public AuthEndpoints(AuthService auth, HttpSettings settings) {
    this.auth = requireNonNull(auth, "auth");
    this.routes = new Routes(auth, new Cookies(requireNonNull(settings, "settings")));
    this.clients = new Clients(settings);
    this.crossSite = new CrossSite(settings);
    this.cors = new Cors(settings);
    this.browserPolicy = new BrowserPolicy(settings);
    if (settings.insecureCookies()) {
      LOG.log(
          Level.WARNING, "Session cookies go over plain HTTP: anyone on the way can take them.");
    }
  }

  /**
   * Answers a request. Whatever goes wrong inside is logged and answered with a 500 that says
   * nothing of its cause, or a 503 if a store is unavailable for now; nothing is thrown. What is
   * refused here, before the service was asked, is reported to the service's listener.
   */
  public AuthResponse handle(AuthRequest request) {
    requireNonNull(request, "request");
    AuthResponse answer;
    try {
      answer = answer(request);
    } catch (Throwable failure) {
      answer = Refusals.of(failure);
    }
    return browserPolicy.on(cors.admit(request, answer));
  }

  private AuthResponse answer(AuthRequest request) {
    Optional<Route> route = routes.find(request.path());
    try {
      if (route.isEmpty()) {
        throw new RequestException(RequestError.NOT_FOUND);
      }
      return answer(request, route.get());
    } catch (RequestException refused) {
      auth.reportRefusedRequest(refused.error().code(), clients.of(request));
      AuthResponse refusal = Refusals.of(refused);
      return refused.error() == RequestError.METHOD_NOT_ALLOWED
          ? refusal.with("Allow", route.map(Route::allowed).orElse(""))
          : refusal;
    }
  }

  private AuthResponse answer(AuthRequest request, Route route) {
    if (request.method().equals("OPTIONS")) {
      return cors.preflight(
          request, route, AuthResponse.noContent().with("Allow", route.allowed()));
    }
    if (!route.serves(request.method())) {
      throw new RequestException(RequestError.METHOD_NOT_ALLOWED);
    }
    if (crossSite.refuses(request)) {
      throw new RequestException(RequestError.CROSS_SITE);
    }
    return route.endpoint().answer(admit(request, route.access()));
  }

  private Call admit(AuthRequest request, Access access) {
    if (request.isSafe()) {
      return new Call(request, clients, new byte[0]);
    }
    RequestBody.requireJsonIfAny(request);
    require(access, clients.session(request));
    return new Call(request, clients, RequestBody.read(request));
  }

  /** Strangers get no body read; what the account owes is for the endpoint to say. */
  private void require(Access access, Optional<SessionToken> token) {
    switch (access) {
      case ANYBODY -> {}
      case SESSION -> {
        if (token.filter(auth::isSignedIn).isEmpty()) {
          throw new RequestException(RequestError.NOT_AUTHENTICATED);
        }
      }
      case PARTIAL_SESSION -> {
        if (token.filter(auth::awaitsCode).isEmpty()) {
          throw new RequestException(RequestError.NO_PARTIAL_SESSION);
        }
      }
    }
  }
}
