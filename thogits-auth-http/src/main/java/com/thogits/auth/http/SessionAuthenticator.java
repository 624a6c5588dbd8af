package com.thogits.auth.http;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import com.thogits.auth.ActiveSession;
import com.thogits.auth.AuthService;
import com.thogits.auth.SessionToken;
import com.thogits.auth.UserInfo;
import com.thogits.auth.http.Admission.Granted;
import com.thogits.auth.http.Admission.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Lets only signed-in users through to a host's own endpoints:
 *
 * <pre>{@code
 * server.createContext("/api/orders", orders).setAuthenticator(new SessionAuthenticator(auth));
 * }</pre>
 *
 * <p>The handler asks {@link #user}, {@link #session} and {@link #token} who calls.
 *
 * <p>A {@link SessionGuard} decides, and says what is answered to whom. No CORS header is set: a
 * host that serves other origins answers preflights in a {@link com.sun.net.httpserver.Filter},
 * which the server runs first.
 *
 * <p>The principal's name is the user's id. It belongs to the exchange alone, which the attributes
 * of an exchange do not on every JDK.
 */
public final class SessionAuthenticator extends Authenticator {
  private final SessionGuard guard;

  /** With {@link HttpSettings#DEFAULTS}. */
  public SessionAuthenticator(AuthService auth) {
    this(auth, HttpSettings.DEFAULTS);
  }

  /** With the settings that the {@link AuthHandler} has. */
  public SessionAuthenticator(AuthService auth, HttpSettings settings) {
    this.guard = new SessionGuard(auth, settings);
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
    return granted(exchange).session();
  }

  /**
   * What the service's methods know that session by, inside a handler behind this authenticator.
   *
   * @throws IllegalStateException if the exchange did not come through a {@code
   *     SessionAuthenticator}
   */
  public static SessionToken token(HttpExchange exchange) {
    return granted(exchange).token();
  }

  private static Granted granted(HttpExchange exchange) {
    if (exchange.getPrincipal() instanceof SignedInPrincipal principal) {
      return principal.granted;
    }
    throw new IllegalStateException("exchange did not come through a SessionAuthenticator");
  }

  /** Lets the exchange through, or answers it. */
  @Override
  public Result authenticate(HttpExchange exchange) {
    Admission admission = guard.admit(new JdkExchange(exchange).request());
    return admission instanceof Granted granted
        ? new Success(new SignedInPrincipal(granted))
        : answer(exchange, ((Refused) admission).answer());
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
    private final Granted granted;

    SignedInPrincipal(Granted granted) {
      super(granted.session().user().userId().toString(), "thogits");
      this.granted = granted;
    }
  }
}
