package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.Client;
import com.thogits.auth.LoginResult;
import com.thogits.auth.SignedIn;
import com.thogits.auth.TotpRequired;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The cookies of a host that calls the service itself. */
class SessionCookiesTest {
  private static final Client CLIENT = Client.at("192.0.2.1");

  @AutoClose private final TestServer server = new TestServer();

  private final SessionCookies cookies = new SessionCookies();

  private SignedIn registered() {
    return server.auth.register("user@example.com", "securepass123", CLIENT);
  }

  @Test
  void theEndpointsKnowTheCookiesOfALoginThatTheHostMade() {
    SignedIn signedIn = registered();

    assertThat(cookies.of(signedIn))
        .containsExactly(
            "__Host-thogits_session="
                + signedIn.token().reveal()
                + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=2592000",
            "__Host-thogits_device="
                + signedIn.device().reveal()
                + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000");
    server
        .client()
        .withCookie("__Host-thogits_session", signedIn.token().reveal())
        .get("/me")
        .expect(200);
  }

  @Test
  void aPartialSessionHasNoMarkOfAKnownBrowser() {
    SignedIn signedIn = registered();
    String secret = server.auth.setupTotp(signedIn.token()).secret();
    server.auth.confirmTotp(
        signedIn.token(),
        Totp.AUTHENTICATOR_APPS.generate(TotpSecret.ofBase32(secret), server.clock.instant()));

    LoginResult partial = server.auth.login("user@example.com", "securepass123", CLIENT);

    assertThat(cookies.of(partial))
        .containsExactly(
            "__Host-thogits_session="
                + ((TotpRequired) partial).token().reveal()
                + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=300");
  }

  @Test
  void clearsTheSessionAlone() {
    assertThat(cookies.cleared())
        .containsExactly(
            "__Host-thogits_session=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
  }

  @Test
  void followTheHostsSettings() {
    SessionCookies plain = new SessionCookies(HttpSettings.DEFAULTS.withInsecureCookies(true));

    assertThat(plain.cleared())
        .containsExactly("thogits_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
  }
}
