package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AttemptLimits;
import com.thogits.auth.AuthEvent;
import com.thogits.auth.AuthSettings;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A test's own connections come from 127.0.0.1; three wrong passwords an address are allowed. */
class TrustedProxiesTest {
  private static final AuthSettings STRICT =
      AuthSettings.DEFAULTS.withLimits(AttemptLimits.DEFAULTS.withLoginFailuresPerAddress(3));

  @AutoClose
  private final TestServer behindProxy =
      new TestServer(
          HttpSettings.DEFAULTS.withTrustedProxies(Set.of(AddressRange.parse("127.0.0.1"))),
          STRICT);

  @AutoClose private final TestServer open = new TestServer(HttpSettings.DEFAULTS, STRICT);

  private int guesses;

  private TestReply guess(TestServer server, String forwardedFor) {
    guesses++;
    return server
        .client()
        .sending("X-Forwarded-For", forwardedFor)
        .post("/login", credentials("user" + guesses + "@example.com", "wrong password"));
  }

  @Test
  void anAddressToldByATrustedProxyIsLimited() {
    for (int i = 0; i < 3; i++) {
      guess(behindProxy, "198.51.100.7").refused(401, "invalid_credentials");
    }
    guess(behindProxy, "198.51.100.7").refused(429, "too_many_attempts");
    guess(behindProxy, "198.51.100.8").refused(401, "invalid_credentials");
  }

  @Test
  void whatAClientPlantsBehindATrustedProxyResetsNoLimit() {
    for (int i = 0; i < 3; i++) {
      guess(behindProxy, "203.0.113." + i + ", 198.51.100.7").refused(401, "invalid_credentials");
    }
    guess(behindProxy, "203.0.113.99, 198.51.100.7").refused(429, "too_many_attempts");
    guess(behindProxy, "127.0.0.1, 198.51.100.7").refused(429, "too_many_attempts");
    guess(behindProxy, "198.51.100.7").refused(429, "too_many_attempts");
  }

  @Test
  void whatAClientSaysWithoutATrustedProxyResetsNoLimit() {
    for (int i = 0; i < 3; i++) {
      guess(open, "198.51.100." + i).refused(401, "invalid_credentials");
    }
    guess(open, "198.51.100.99").refused(429, "too_many_attempts");
  }

  @Test
  void sessionsAndEventsTellTheForwardedAddress() {
    TestClient client = behindProxy.client().sending("X-Forwarded-For", "198.51.100.7");
    client.post("/register", credentials("user@example.com", "securepass123")).expect(200);

    assertThat(client.get("/sessions").json().at("/sessions/0/ip").textValue())
        .isEqualTo("198.51.100.7");
    client.get("/nothing").refused(404, "not_found");
    assertThat(behindProxy.events).extracting(AuthEvent::address).containsOnly("198.51.100.7");
  }
}
