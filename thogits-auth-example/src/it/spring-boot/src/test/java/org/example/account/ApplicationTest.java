package org.example.account;

import com.jayway.jsonpath.JsonPath;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.datasource.url=jdbc:h2:mem:accounts")
class ApplicationTest {
  private static final String PASSWORD = "securepass123";

  @DynamicPropertySource
  static void keys(DynamicPropertyRegistry properties) {
    String keys = KeyRing.generate(new SecureRandom()).format();
    properties.add("auth.keys", () -> keys);
  }

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private Browser registered(String email) {
    Browser registered = new Browser(port);
    registered
        .post("/api/auth/register", Map.of("email", email, "password", PASSWORD))
        .expectStatus()
        .isOk();
    return registered;
  }

  @Test
  void registersTellsWhoSomebodyIsAndLogsOut() {
    Browser ann = registered("ann@example.com");
    ann.get("/api/auth/me")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.email")
        .isEqualTo("ann@example.com");

    ann.post("/api/auth/logout").expectStatus().isOk();
    ann.get("/api/auth/me").expectStatus().isUnauthorized();
    ann.get("/account").expectStatus().isUnauthorized();
  }

  @Test
  void controllersAreForSignedInUsers() {
    browser
        .get("/account")
        .expectStatus()
        .isUnauthorized()
        .expectBody()
        .jsonPath("$.error")
        .isEqualTo("not_authenticated");
    browser.get("/account/").expectStatus().isUnauthorized();
    browser.get("/%61ccount").expectStatus().isUnauthorized();
    browser.get("/nothing/here").expectStatus().isUnauthorized();

    Browser ann = registered("anna@example.com");
    ann.get("/account").expectBody().jsonPath("$.message").isEqualTo("Hello, anna@example.com");
    ann.get("/nothing/here").expectStatus().isNotFound();
  }

  @Test
  void theFilterLeavesTheBodyToTheController() {
    Browser bob = registered("bob@example.com");
    bob.submit("/account/name", "name=Bob")
        .expectBody()
        .jsonPath("$.message")
        .isEqualTo("Hello, Bob");
  }

  @Test
  void whatTheServiceRefusesIsAnsweredAsTheEndpointsDo() {
    Browser carl = registered("carl@example.com");
    carl.submit("/account/name", "name=" + "x".repeat(101))
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .valueEquals("Cache-Control", "no-store")
        .expectBody()
        .jsonPath("$.error")
        .isEqualTo("invalid_request");
  }

  @Test
  void signsOutTheOtherDevicesAndGoesOnUnderANewCookie() {
    Browser first = registered("dora@example.com");
    Browser second = new Browser(port);
    second
        .post("/api/auth/login", Map.of("email", "dora@example.com", "password", PASSWORD))
        .expectStatus()
        .isOk();
    first.get("/account/devices").expectBody().jsonPath("$.length()").isEqualTo(2);

    second.post("/account/devices/sign-out-others").expectStatus().isNoContent();

    first.get("/account").expectStatus().isUnauthorized();
    second.get("/account").expectStatus().isOk();
  }

  @Test
  void asksForACodeOnceTotpIsOn() {
    Browser eve = registered("eve@example.com");
    byte[] setup =
        eve.post("/api/auth/2fa/totp/setup").expectBody().returnResult().getResponseBodyContent();
    TotpSecret secret = TotpSecret.ofBase32(JsonPath.read(new String(setup), "$.secret"));
    eve.post("/api/auth/2fa/totp/confirm", Map.of("code", code(secret, Instant.now())))
        .expectStatus()
        .isOk();

    browser
        .post("/api/auth/login", Map.of("email", "eve@example.com", "password", PASSWORD))
        .expectBody()
        .jsonPath("$.needs_2fa")
        .isEqualTo(true);
    browser.get("/account").expectStatus().isUnauthorized();
    // A code works once, so this one is of the next 30 seconds; it is good already.
    String next = code(secret, Instant.now().plusSeconds(30));
    browser.post("/api/auth/2fa/totp/verify", Map.of("code", next)).expectStatus().isOk();
    browser.get("/account").expectStatus().isOk();
  }

  private static String code(TotpSecret secret, Instant at) {
    return Totp.AUTHENTICATOR_APPS.generate(secret, at);
  }
}
