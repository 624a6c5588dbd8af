package com.thogits.auth.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.thogits.auth.AuthEvent;
import com.thogits.auth.AuthOperator;
import com.thogits.auth.AuthService;
import com.thogits.auth.AuthServiceBuilder;
import com.thogits.auth.AuthSettings;
import com.thogits.auth.Email;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import com.thogits.auth.contract.CountingHasher;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.http.openapi.ApiDescription;
import com.thogits.auth.http.openapi.ExchangeLog;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.PasswordHasher;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A real server on a free port, with stores in memory, quick hashes and a clock to move. */
final class TestServer implements AutoCloseable {
  static final String PREFIX = "/api/auth";

  private static final ApiDescription DESCRIPTION = ApiDescription.ofLibrary();

  static {
    // Longer than any client here is patient: whoever stalls does so for the whole test.
    System.setProperty("sun.net.httpserver.maxReqTime", "600");
  }

  final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00.987Z"));
  final BreakableUserStore users = new BreakableUserStore();
  final MemorySessionStore sessions = new MemorySessionStore();
  final CountingHasher hasher = new CountingHasher(quickHasher());
  final List<AuthEvent> events = new CopyOnWriteArrayList<>();
  final AuthService auth;
  final AuthOperator operator;
  final HttpServer http;
  final HttpSettings settings;
  final ExchangeLog exchanges = DESCRIPTION.log();
  private final ExchangesInFlight inFlight = new ExchangesInFlight();

  TestServer() {
    this(HttpSettings.DEFAULTS);
  }

  TestServer(HttpSettings settings) {
    this(settings, AuthSettings.DEFAULTS);
  }

  TestServer(AuthSettings settings) {
    this(HttpSettings.DEFAULTS, settings);
  }

  TestServer(HttpSettings settings, AuthSettings authSettings) {
    this(settings, authSettings, counting -> counting);
  }

  TestServer(
      HttpSettings settings, AuthSettings authSettings, UnaryOperator<PasswordHasher> around) {
    this.settings = settings;
    SecureRandom random = new SecureRandom();
    AuthServiceBuilder builder =
        AuthService.builder(users, sessions, new MemoryAttemptStore(), KeyRing.generate(random))
            .settings(authSettings)
            .clock(clock)
            .random(random)
            .listener(events::add)
            .hasher(around.apply(hasher));
    this.auth = builder.build();
    this.operator = builder.buildOperator();
    try {
      this.http =
          HardenedHttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    http.createContext(PREFIX, observed(new AuthHandler(auth, settings)));
    http.start();
  }

  private static PasswordHasher quickHasher() {
    return new Argon2id(
        new Argon2Parameters(8, 1, 1), Argon2Parameters.STORED_HASH_LIMIT, new SecureRandom());
  }

  /** The handler, with every exchange held against the API's description. */
  HttpHandler observed(AuthHandler handler) {
    return new ObservedHandler(handler, inFlight, exchanges);
  }

  int port() {
    return http.getAddress().getPort();
  }

  String origin() {
    return "http://localhost:" + port();
  }

  TestClient client() {
    return new TestClient(origin() + PREFIX);
  }

  /** A client that just registered this e-mail, with the password {@code securepass123}. */
  TestClient registered(String email) {
    TestClient client = client();
    client.post("/register", credentials(email, "securepass123")).expect(200);
    return client;
  }

  /** A client whose login waits for a code. */
  TestClient awaitingCode(String email) {
    TestClient client = client();
    client.post("/login", credentials(email, "securepass123")).expect(200);
    return client;
  }

  static String credentials(String email, String password) {
    return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
  }

  /** Turns TOTP on and moves the clock on by a step, so that the next code is a new one. */
  String enableTotp(TestClient client) {
    String secret = client.post("/2fa/totp/setup").expect(200).text("secret");
    client.post("/2fa/totp/confirm", code(secret)).expect(200);
    nextStep();
    return secret;
  }

  void nextStep() {
    clock.advance(Duration.ofSeconds(30));
  }

  /** A body with the code that an app shows now. */
  String code(String secret) {
    return codeBody(digits(secret, Duration.ZERO));
  }

  /** A body with a code that no app shows around now. */
  String wrongCode(String secret) {
    for (int candidate = 0; ; candidate++) {
      String digits = "00000" + candidate;
      if (!digits.equals(digits(secret, Duration.ofSeconds(-30)))
          && !digits.equals(digits(secret, Duration.ZERO))
          && !digits.equals(digits(secret, Duration.ofSeconds(30)))) {
        return codeBody(digits);
      }
    }
  }

  String digits(String secret, Duration later) {
    return Totp.AUTHENTICATOR_APPS.generate(
        TotpSecret.ofBase32(secret), clock.instant().plus(later));
  }

  static String codeBody(String digits) {
    return "{\"code\":\"" + digits + "\"}";
  }

  /** The codes of the events that tell of requests refused over HTTP. */
  List<String> refusedRequests() {
    return events.stream()
        .filter(AuthEvent.RequestRefused.class::isInstance)
        .map(event -> ((AuthEvent.RequestRefused) event).code())
        .toList();
  }

  @Override
  public void close() {
    http.stop(0);
    inFlight.awaitNone();
    exchanges.assertConforms();
  }

  /** Does whatever a test wants before it does what it should. */
  static final class BreakableUserStore implements UserStore {
    private final UserStore users = new MemoryUserStore();
    volatile Runnable first = () -> {};

    @Override
    public boolean insert(User user) {
      first.run();
      return users.insert(user);
    }

    @Override
    public Optional<User> findById(Ulid id) {
      first.run();
      return users.findById(id);
    }

    @Override
    public Optional<User> findByEmail(Email email) {
      first.run();
      return users.findByEmail(email);
    }

    @Override
    public boolean replace(User next) {
      first.run();
      return users.replace(next);
    }

    @Override
    public boolean delete(User last) {
      first.run();
      return users.delete(last);
    }
  }
}
