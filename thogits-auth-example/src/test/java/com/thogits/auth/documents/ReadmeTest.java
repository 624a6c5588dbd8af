package com.thogits.auth.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.thogits.auth.AuthService;
import com.thogits.auth.AuthSettings;
import com.thogits.auth.Client;
import com.thogits.auth.SignedIn;
import com.thogits.auth.UserInfo;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.http.AuthHandler;
import com.thogits.auth.http.HardenedHttpServer;
import com.thogits.auth.http.SessionAuthenticator;
import com.thogits.auth.jdbc.JdbcStores;
import com.thogits.auth.memory.MemoryStores;
import com.thogits.auth.totp.OtpauthUri;
import com.thogits.auth.totp.QrCode;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README.md is cut from here. */
class ReadmeTest {
  @TempDir Path folder;

  @Test
  void accountsAreKeptInADatabase() throws Exception {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:file:" + folder.resolve("accounts"));
    Path keyFile = folder.resolve("keys");
    HttpHandler orders =
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        };

    Files.writeString(keyFile, KeyRing.generate(new SecureRandom()).format());

    KeyRing keys = KeyRing.parse(Files.readString(keyFile), new SecureRandom());
    AuthService auth =
        JdbcStores.authService(dataSource, keys)
            .settings(AuthSettings.DEFAULTS.withIssuer("Acme"))
            .build();
    HttpServer server = HardenedHttpServer.create(new InetSocketAddress("localhost", 0));
    server.createContext("/api/auth", new AuthHandler(auth));
    server.createContext("/api/orders", orders).setAuthenticator(new SessionAuthenticator(auth));
    server.start();

    try {
      SignedIn signedIn =
          auth.register("user@example.com", "securepass123", Client.at("127.0.0.1"));
      assertThat(ordersFor(server, "")).isEqualTo(401);
      assertThat(ordersFor(server, "__Host-thogits_session=" + signedIn.token().reveal()))
          .isEqualTo(204);
    } finally {
      server.stop(0);
    }
  }

  private static int ordersFor(HttpServer server, String cookie) throws Exception {
    URI orders = URI.create("http://localhost:" + server.getAddress().getPort() + "/api/orders");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(orders).header("Cookie", cookie).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void theServiceIsAPlainObject() {
    Clock clock = Clock.fixed(Instant.parse("2025-01-15T10:00:00Z"), ZoneOffset.UTC);

    AuthService auth = MemoryStores.authService().clock(clock).build();
    SignedIn signedIn = auth.register("user@example.com", "securepass123", Client.at("127.0.0.1"));
    UserInfo user = auth.me(signedIn.token());

    assertThat(user.email()).isEqualTo("user@example.com");
    assertThat(user.createdAt()).isEqualTo(clock.instant());
  }

  @Test
  void aCodeIsMatchedOnce() {
    long newestUsedStep = Totp.NO_STEP_USED;

    TotpSecret secret = TotpSecret.random(new SecureRandom());
    Totp totp = Totp.AUTHENTICATOR_APPS;
    String uri = new OtpauthUri("Acme", "user@example.com", secret, totp).toUriString();
    byte[] png = QrCode.png(uri);

    String code = totp.generate(secret, Instant.now());

    OptionalLong step = totp.match(secret, code, Instant.now(), 1, newestUsedStep);

    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    assertThat(step).isPresent();
    assertThat(totp.match(secret, code, Instant.now(), 1, step.getAsLong())).isEmpty();
  }
}
