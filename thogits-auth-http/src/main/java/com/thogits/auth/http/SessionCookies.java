package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.LoginResult;
import java.util.List;

/**
 * Writes the cookies of {@link AuthEndpoints} for a host that calls the service itself: in a login
 * form of its own, say, or wherever a change gives a session a new token, and the old one is dead.
 */
public final class SessionCookies {
  private final Cookies cookies;

  /** With {@link HttpSettings#DEFAULTS}. */
  public SessionCookies() {
    this(HttpSettings.DEFAULTS);
  }

  /** With the settings that the {@link AuthEndpoints} have. */
  public SessionCookies(HttpSettings settings) {
    this.cookies = new Cookies(requireNonNull(settings, "settings"));
  }

  /**
   * The cookies of a session or a partial one.
   *
   * @return the values of as many {@code Set-Cookie} header lines; they are secret
   */
  public List<String> of(LoginResult result) {
    return cookies.of(requireNonNull(result, "result"));
  }

  /**
   * What takes the session from the browser, for after a logout. The mark by which a known browser
   * is told from strangers stays.
   *
   * @return the values of as many {@code Set-Cookie} header lines
   */
  public List<String> cleared() {
    return cookies.cleared();
  }
}
