package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthService;
import com.thogits.auth.contract.Mutations;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.http.openapi.ApiDescription;
import com.thogits.auth.http.openapi.Exchange;
import com.thogits.auth.http.openapi.ExchangeLog;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever arrives is answered, and never with a 500. */
class AuthEndpointsFuzzTest {
  private static final byte[] LOGIN = bytes("{\"email\":\"user@example.com\",\"password\":\"x\"}");
  private static final Map<String, List<String>> JSON =
      Map.of("Content-Type", List.of("application/json"));

  private final SecureRandom random = new SecureRandom();
  private final AuthService auth =
      AuthService.builder(
              new MemoryUserStore(),
              new MemorySessionStore(),
              new MemoryAttemptStore(),
              KeyRing.generate(random))
          .hasher(
              new Argon2id(
                  new Argon2Parameters(8, 1, 1), Argon2Parameters.STORED_HASH_LIMIT, random))
          .build();
  private final AuthEndpoints endpoints = new AuthEndpoints(auth);

  private final ExchangeLog exchanges = ApiDescription.ofLibrary().log();

  @AfterEach
  void everyExchangeIsAsDescribed() {
    exchanges.assertConforms();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private AuthResponse answer(
      AuthEndpoints asked, String path, Map<String, List<String>> headers, byte[] body) {
    AuthResponse answer =
        asked.handle(
            new AuthRequest("POST", path, headers, new ByteArrayInputStream(body), "127.0.0.1"));
    assertThat(answer.status()).isBetween(200, 499);
    exchanges.add(Exchange.of("POST", path, headers, body, answer));
    return answer;
  }

  @Test
  void bodies() {
    answer(
        endpoints,
        "/register",
        JSON,
        bytes("{\"email\":\"u@b.example\",\"password\":\"correct horse\"}"));
    Mutations.of(
            "{\"email\":\"u@b.example\",\"password\":\"correct horse\"}",
            "{\"email\":\"\\u0075@b.example\",\"password\":\"é\",\"x\":[1,{\"y\":[null,true,-1.5e3]}]}",
            "{\"display_name\":null,\"code\":\"123 456\"}")
        .feed(body -> answer(endpoints, "/login", JSON, body));
  }

  @Test
  void cookies() {
    AuthResponse registered =
        answer(
            endpoints,
            "/register",
            JSON,
            bytes("{\"email\":\"u@b.example\",\"password\":\"correct horse\"}"));
    StringBuilder sent = new StringBuilder();
    for (String line : registered.headers().get("Set-Cookie")) {
      sent.append(line, 0, line.indexOf(';')).append("; ");
    }
    Mutations.of(sent + "a=b", "__Host-thogits_session=\"x\"; __Host-thogits_device=; ;=;")
        .feedText(
            cookie ->
                answer(
                    endpoints,
                    "/2fa/totp/confirm",
                    Map.of("Content-Type", List.of("application/json"), "Cookie", List.of(cookie)),
                    bytes("{\"code\":\"1\"}")));
  }

  @ParameterizedTest
  @EnumSource(ProxyHeader.class)
  void proxyHeaders(ProxyHeader header) {
    AuthEndpoints behindProxies =
        new AuthEndpoints(
            auth,
            HttpSettings.DEFAULTS
                .withTrustedProxies(
                    Set.of(AddressRange.parse("127.0.0.0/8"), AddressRange.parse("::/64")))
                .withProxyHeader(header));
    String name = header == ProxyHeader.FORWARDED ? "Forwarded" : "X-Forwarded-For";
    Mutations.of(
            "198.51.100.7, 127.0.0.1",
            "2001:db8::1, [::1]:80, 10.0.0.1:8080",
            "for=198.51.100.7;proto=https;by=127.0.0.1, for=\"[2001:db8::1]:4711\"",
            "For=\"\\\"quoted\\\"\";secret=_x, for=unknown")
        .feedText(
            value ->
                answer(
                    behindProxies,
                    "/login",
                    Map.of("Content-Type", List.of("text/plain"), name, List.of(value)),
                    LOGIN));
  }

  @Test
  void originsPathsAndTypes() {
    Mutations.of(
            "https://example.com|/2fa/totp/setup|application/json; charset=utf-8",
            "null|/sessions/01HQ8A1B2CDEFGHJJK3MMNQP4Q|application/json",
            "http://[::1]:8080|/login|text/plain")
        .feedText(
            text -> {
              String[] parts = (text + "||").split("\\|", -1);
              answer(
                  endpoints,
                  parts[1],
                  Map.of(
                      "Origin", List.of(parts[0]),
                      "Host", List.of("example.com"),
                      "Content-Length", List.of(parts[2]),
                      "Content-Type", List.of(parts[2])),
                  LOGIN);
            });
  }
}
