package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import com.thogits.auth.ActiveSession;
import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.UserInfo;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Lets only signed-in users through to a host's own endpoints:
 *
 * <pre>{@code
 * server.createContext("/api/hello", exchange -> {
 *   UserInfo user = SessionAuthenticator.user(exchange);
 *   ...
 * }).setAuthenticator(new SessionAuthenticator(auth));
 * }</pre>
 *
 * <p>Whoever has no live session of full standing is answered 401 {@code not_authenticated}; whose
 * account has to get a new password or a second factor first, 403 {@code password_change_required}
 * or {@code totp_required}. While a store is unavailable, everybody is answered 503 {@code
 * overloaded} and keeps their cookie. The cookie authenticates these endpoints too, so requests of
 * unsafe methods from other sites are answered 403 {@code cross_site}; GET and HEAD must change
 * nothing. These answers look like those of {@link AuthHandler}, except that no CORS header is set:
 * a host that serves other origins answers preflights in a {@link com.sun.net.httpserver.Filter},
 * which the server runs first.
 *
 * <p>The principal's name is the user's id. It belongs to the exchange alone, which the attributes
 * of an exchange do not on every JDK.
 */
public final class SessionAuthenticator extends Authenticator {
  private final AuthService auth;
  private final Clients clients;
  private final CrossSite crossSite;
  private final BrowserPolicy browserPolicy;

  /** With {@link HttpSettings#DEFAULTS}. */
  public SessionAuthenticator(AuthService auth) {
    this(auth, HttpSettings.DEFAULTS);
  }

  /** With the settings that the {@link AuthHandler} has. */
  public SessionAuthenticator(AuthService auth, HttpSettings settings) {
    this.auth = requireNonNull(auth, "auth");
    this.clients = new Clients(requireNonNull(settings, "settings"));
    this.crossSite = new CrossSite(settings);
    this.browserPolicy = new BrowserPolicy(settings);
  }

  /**
   * The user who called, inside a handler behind this authenticator.
   *
   * @throws IllegalStateException if the exchange did not come through a {@code
   *     SessionAuthenticator}
   */
  public static UserInfo user(HttpExchange exchange) {
    return session(exchange).user();
  }

  /**
   * The session of the user who called, inside a handler behind this authenticator.
   *
   * @throws IllegalStateException if the exchange did not come through a {@code
   *     SessionAuthenticator}
   */
  public static ActiveSession session(HttpExchange exchange) {
    if (exchange.getPrincipal() instanceof SignedInPrincipal principal) {
      return principal.session;
    }
    throw new IllegalStateException("exchange did not come through a SessionAuthenticator");
  }

  /** Lets the exchange through, or answers it. */
  @Override
  public Result authenticate(HttpExchange exchange) {
    JdkExchange jdk = new JdkExchange(exchange);
    try {
      return new Success(new SignedInPrincipal(require(jdk.request())));
    } catch (Throwable failure) {
      return answer(exchange, browserPolicy.on(Refusals.of(failure)));
    }
  }

  private ActiveSession require(AuthRequest request) {
    Client client = clients.of(request);
    try {
      if (crossSite.refuses(request)) {
        throw new RequestException(RequestError.CROSS_SITE);
      }
      return auth.session(
          client.session().orElseThrow(() -> new RequestException(RequestError.NOT_AUTHENTICATED)));
    } catch (RequestException refused) {
      auth.reportRefusedRequest(refused.error().code(), client);
      throw refused;
    }
  }

  private static Result answer(HttpExchange exchange, AuthResponse answer) {
    try (exchange) {
      new JdkExchange(exchange).send(answer);
      return new Answered();
    } catch (IOException clientIsGone) {
      throw new UncheckedIOException(clientIsGone);
    }
  }

  /**
   * Neither success nor failure: on a {@code Failure} the server would read the request to its end,
   * however long, and send a status without a body.
   */
  private static final class Answered extends Result {}

  private static final class SignedInPrincipal extends HttpPrincipal {
    private final ActiveSession session;

    SignedInPrincipal(ActiveSession session) {
      super(session.user().userId().toString(), "thogits");
      this.session = session;
    }
  }
}
