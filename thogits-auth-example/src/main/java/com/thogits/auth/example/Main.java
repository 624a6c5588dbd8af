package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.thogits.auth.AuthService;
import com.thogits.auth.AuthSettings;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.example.CommandLine.Task;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Starts the server, or does what its operator asks. */
public final class Main {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

  private static final Duration PATIENCE_WITH_DATABASE = Duration.ofSeconds(2);

  private Main() {}

  /** Runs until a signal ends the process; {@code --help} lists the options and exit codes. */
  public static void main(String[] arguments) throws IOException {
    try {
      CommandLine line = CommandLine.parse(List.of(arguments));
      if (line.has("--help")) {
        System.out.print(text(help(line.task())));
        return;
      }
      Logging.configure();
      switch (line.task()) {
        case SERVE -> start(Options.parse(line, System.getenv()));
        case ADMIN -> System.exit(Admin.run(line, System.getenv()));
        case COPY -> System.exit(Copy.run(line, System.getenv()));
        case FILL -> System.exit(Fill.run(line, System.getenv()));
      }
    } catch (StartException e) {
      System.err.println("thogits-auth-example: " + e.line());
      System.exit(e.exitCode());
    }
  }

  private static String help(Task task) {
    return switch (task) {
      case SERVE -> "help.txt";
      case ADMIN -> "admin-help.txt";
      case COPY -> "copy-help.txt";
      case FILL -> "fill-help.txt";
    };
  }

  private static void start(Options options) throws StartException {
    Accounts accounts = Accounts.open(options.storage());
    try {
      serve(options, accounts);
    } catch (StartException e) {
      accounts.close();
      throw e;
    }
  }

  private static void serve(Options options, Accounts accounts) throws StartException {
    AuthService auth = authService(options, accounts);
    Readiness readiness = new Readiness(accounts.database(), PATIENCE_WITH_DATABASE);
    Server server = Server.start(options, auth, readiness);
    SessionCleaning cleaning = SessionCleaning.start(auth::deleteExpired, BETWEEN_CLEANINGS);
    new Shutdown(server, cleaning, accounts).onSignal();
    System.out.println("Listening on " + server.url());
  }

  private static AuthService authService(Options options, Accounts accounts) throws StartException {
    SecureRandom random = new SecureRandom();
    KeyRing keys = SealingKeys.open(options.storage().keyFile(), accounts.database(), random);
    try {
      return accounts
          .serving(keys)
          .random(random)
          .settings(AuthSettings.DEFAULTS.withLimits(options.limits()))
          .build();
    } catch (IllegalStateException e) {
      // The native library for hashing is missing; the message says what to do.
      throw cannotStart(String.valueOf(e.getMessage()));
    }
  }

  private static String text(String resource) throws IOException {
    try (InputStream text = Main.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
    }
  }
}
