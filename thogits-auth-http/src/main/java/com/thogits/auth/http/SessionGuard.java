package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.SessionToken;
import com.thogits.auth.http.Admission.Granted;
import com.thogits.auth.http.Admission.Refused;

/**
 * Lets only signed-in users through to a host's own endpoints, on plain values: what a filter of
 * any server asks before it passes a request on. {@link SessionAuthenticator} is the adapter to the
 * JDK's own server.
 *
 * <p>Whoever has no live session of full standing is answered 401 {@code not_authenticated}; whose
 * account has to get a new password or a second factor first, 403 {@code password_change_required}
 * or {@code totp_required}. While a store is unavailable, everybody is answered 503 {@code
 * overloaded} and keeps their cookie. The cookie authenticates these endpoints too, so requests of
 * unsafe methods from other sites are answered 403 {@code cross_site}; GET and HEAD must change
 * nothing. These answers look like those of {@link AuthEndpoints}, except that no CORS header is
 * set.
 *
 * <p>Safe for use by many threads.
 */
public final class SessionGuard {
  private final AuthService auth;
  private final Clients clients;
  private final CrossSite crossSite;
  private final BrowserPolicy browserPolicy;

  /** With {@link HttpSettings#DEFAULTS}. */
  public SessionGuard(AuthService auth) {
    this(auth, HttpSettings.DEFAULTS);
  }

  /** With the settings that the {@link AuthEndpoints} have. */
  public SessionGuard(AuthService auth, HttpSettings settings) {
    this.auth = requireNonNull(auth, "auth");
    this.clients = new Clients(requireNonNull(settings, "settings"));
    this.crossSite = new CrossSite(settings);
    this.browserPolicy = new BrowserPolicy(settings);
  }

  /**
   * Decides on a request of a host's own endpoint. The request's path and body do not matter, and
   * the body is not read. Nothing is thrown: whatever goes wrong is a refusal, and what is refused
   * before the service was asked is reported to the service's listener.
   */
  public Admission admit(AuthRequest request) {
    requireNonNull(request, "request");
    try {
      return grant(request);
    } catch (Throwable failure) {
      return new Refused(refusal(failure));
    }
  }

  private Granted grant(AuthRequest request) {
    try {
      if (crossSite.refuses(request)) {
        throw new RequestException(RequestError.CROSS_SITE);
      }
      SessionToken token =
          clients
              .session(request)
              .orElseThrow(() -> new RequestException(RequestError.NOT_AUTHENTICATED));
      return new Granted(token, auth.session(token));
    } catch (RequestException refused) {
      auth.reportRefusedRequest(refused.error().code(), clients.of(request));
      throw refused;
    }
  }

  /**
   * Tells who calls, as a login or a registration of the host's own wants to know it: the address
   * behind the {@linkplain HttpSettings#trustedProxies() trusted proxies}, and the tokens of the
   * cookies. That a token is presented says nothing of what it is worth.
   */
  public Client client(AuthRequest request) {
    return clients.of(requireNonNull(request, "request"));
  }

  /**
   * The answer to what an endpoint of the host failed with: the code and the sentence of an {@link
   * com.thogits.auth.AuthException}, 503 for a {@link com.thogits.auth.StoreUnavailableException},
   * and for anything else, which is logged, a 500 that says nothing of its cause.
   */
  public AuthResponse refusal(Throwable failure) {
    return browserPolicy.on(Refusals.of(requireNonNull(failure, "failure")));
  }
}
