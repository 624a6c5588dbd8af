package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.thogits.auth.Session;
import com.thogits.auth.SessionToken;
import com.thogits.auth.StoreException;
import com.thogits.auth.jdbc.JdbcSchema;
import com.thogits.auth.jdbc.JdbcSessionStore;
import com.thogits.auth.jdbc.JdbcUserStore;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.Password;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Fills an empty database with accounts and sessions, to measure and to rehearse with. */
final class Fill {
  private static final int DONE = 0;
  private static final int BATCH = 5000;

  /** How many tokens are told at most. */
  private static final int SAMPLE = 10_000;

  private final FillOptions options;
  private final Database database;
  private final ProgressLine progress;

  private Fill(FillOptions options, Database database, ProgressLine progress) {
    this.options = options;
    this.database = database;
    this.progress = progress;
  }

  /** Does what the command line says, and answers the exit code. */
  static int run(CommandLine line, Map<String, String> environment) throws StartException {
    SecureRandom random = new SecureRandom();
    FillOptions options = FillOptions.parse(line, environment, random);
    String hash = hash(options.password(), random);
    try (Database database = Database.connect(options.database())) {
      JdbcSchema.apply(database.connections());
      if (database.holdsAccounts()) {
        throw cannotStart("the database has accounts already; only an empty one is filled");
      }
      Clock clock = Clock.systemUTC();
      new Fill(options, database, new ProgressLine(System.err, clock))
          .fill(hash, clock.instant().truncatedTo(ChronoUnit.MILLIS), random);
      database.compact();
    } catch (StoreException e) {
      throw cannotStart("the database failed: " + e.getMessage());
    }
    System.out.println(JsonLine.text(json(options)));
    return DONE;
  }

  private static String hash(String text, SecureRandom random) throws StartException {
    try (Password password = Password.of(text)) {
      return new Argon2id(random).hash(password);
    } catch (IllegalStateException e) {
      // The native library for hashing is missing; the message says what to do.
      throw cannotStart(String.valueOf(e.getMessage()));
    }
  }

  private void fill(String hash, Instant now, SecureRandom random) throws StartException {
    if (options.tokens().isEmpty()) {
      fill(hash, now, random, token -> {});
      return;
    }
    try (TokenFile tokens = TokenFile.create(options.tokens().get())) {
      fill(hash, now, random, tokens::add);
    } catch (IOException | UncheckedIOException e) {
      throw cannotStart("cannot write " + options.tokens().get());
    }
  }

  private void fill(String hash, Instant now, SecureRandom random, Consumer<SessionToken> sample) {
    FilledAccounts accounts = new FilledAccounts(options.accounts(), hash, now, random);
    JdbcUserStore users = new JdbcUserStore(database.connections());
    inBatches("accounts", options.accounts(), accounts::create, users::insertAll);

    FilledSessions sessions = new FilledSessions(options.sessions(), accounts, now, random);
    int everyOther = Math.max(1, options.sessions() / SAMPLE);
    IntFunction<Session> create =
        number -> {
          SessionToken token = sessions.token();
          if (number % everyOther == 0) {
            sample.accept(token);
          }
          return sessions.create(number, token);
        };
    JdbcSessionStore store = new JdbcSessionStore(database.connections());
    inBatches("sessions", options.sessions(), create, store::insertAll);
  }

  private <T> void inBatches(String what, int of, IntFunction<T> create, Consumer<List<T>> insert) {
    for (int done = 0; done < of; ) {
      int end = Math.min(of, done + BATCH);
      List<T> batch = new ArrayList<>(BATCH);
      while (done < end) {
        batch.add(create.apply(done++));
      }
      insert.accept(batch);
      progress.at("inserting", what, done, of);
    }
  }

  private static ObjectNode json(FillOptions options) {
    ObjectNode line = JsonLine.create();
    line.put("done", "fill");
    line.put("accounts", options.accounts());
    line.put("sessions", options.sessions());
    line.put("first_email", FilledAccounts.email(0));
    line.put("last_email", FilledAccounts.email(options.accounts() - 1));
    if (options.passwordIsNew()) {
      line.put("password", options.password());
    }
    return line;
  }
}
