package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.thogits.auth.AuthService;
import com.thogits.auth.jdbc.JdbcAttemptStore;
import com.thogits.auth.jdbc.JdbcSessionStore;
import com.thogits.auth.jdbc.JdbcUserStore;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.PasswordHasher;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Starts the server. */
public final class Main {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

  private Main() {}

  /** Runs until a signal ends the process; {@code --help} lists the options and exit codes. */
  public static void main(String[] arguments) throws IOException {
    try {
      CommandLine line = CommandLine.parse(List.of(arguments));
      if (line.has("--help")) {
        System.out.print(help());
      } else {
        Logging.configure();
        start(Options.parse(line, System.getenv()));
      }
    } catch (StartException e) {
      System.err.println("thogits-auth-example: " + e.line());
      System.exit(e.exitCode());
    }
  }

  private static void start(Options options) throws StartException {
    PasswordHasher hasher = hasher();
    Database database = Database.open(options.database());
    try {
      serve(options, database, hasher);
    } catch (StartException e) {
      database.close();
      throw e;
    }
  }

  private static void serve(Options options, Database database, PasswordHasher hasher)
      throws StartException {
    AuthService auth = authService(database.connections(), hasher);
    Server server = Server.start(options, auth);
    SessionCleaning cleaning = SessionCleaning.start(auth::deleteExpired, BETWEEN_CLEANINGS);
    new Shutdown(server, cleaning, database).onSignal();
    System.out.println("Listening on " + server.url());
  }

  private static AuthService authService(DataSource database, PasswordHasher hasher) {
    return AuthService.builder(
            new JdbcUserStore(database),
            new JdbcSessionStore(database),
            new JdbcAttemptStore(database))
        .hasher(hasher)
        .build();
  }

  private static PasswordHasher hasher() throws StartException {
    try {
      return new Argon2id(new SecureRandom());
    } catch (IllegalStateException e) {
      throw cannotStart(String.valueOf(e.getMessage()));
    }
  }

  private static String help() throws IOException {
    try (InputStream text = Main.class.getResourceAsStream("help.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
    }
  }
}
