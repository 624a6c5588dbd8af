package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.DatabaseLocation.DataFolder;
import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import com.thogits.auth.jdbc.JdbcSessionStore;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a request costs on a small database and on a large one, in turns; no test, and its name
 * keeps it out of the build. docs/scaling.md has the command.
 */
class GrowthBenchmark {
  private static final int SMALL = 1000;
  private static final int LARGE = Integer.getInteger("growth.accounts", 1_000_000);
  private static final int SESSIONS_PER_ACCOUNT = 2;
  private static final int ROUNDS = 7;
  private static final int SESSIONS_PER_ROUND = 240;
  private static final int LOGINS_PER_ROUND = 10;
  private static final String CHOSEN = "growth-battery-9";

  private final HttpClient http = ApiClient.connections();
  private final Random random = new Random(20);

  @TempDir Path folder;

  @Test
  void onH2() throws Exception {
    Path small = folder.resolve("small");
    Path large = folder.resolve("large");
    measure("H2", List.of("--data-dir=" + small), List.of("--data-dir=" + large));
    say("H2 file: %,d bytes", Files.size(large.resolve("thogits.mv.db")));
    deleteExpired(new DataFolder(large));
  }

  @Test
  void onPostgres() throws Exception {
    try (PostgresServer postgres = PostgresServer.started(folder.resolve("postgres"))) {
      postgres.run("CREATE DATABASE large OWNER " + postgres.user());
      String large = postgres.jdbcUrl().replaceFirst("[^/]*$", "large");
      measure(
          "PostgreSQL",
          keptIn("small", postgres.options()),
          keptIn("large", List.of("--jdbc-url=" + large, "--jdbc-user=" + postgres.user())));
      saySizes(new JdbcUrl(large, postgres.user(), ""));
      deleteExpired(new JdbcUrl(large, postgres.user(), ""));
    }
  }

  private List<String> keptIn(String name, List<String> database) {
    List<String> options = new ArrayList<>(database);
    options.add("--key-file=" + folder.resolve(name + ".keys"));
    options.add("--audit-log=" + folder.resolve(name + ".audit"));
    return options;
  }

  private void measure(String engine, List<String> small, List<String> large) throws Exception {
    List<String> fewTokens = fill(engine, "few", SMALL, small);
    List<String> manyTokens = fill(engine, "many", LARGE, large);
    try (ServerProcess few = listening(small);
        ServerProcess many = listening(large)) {
      Costs fewCosts = new Costs(few, fewTokens, SMALL);
      Costs manyCosts = new Costs(many, manyTokens, LARGE);
      for (int round = 0; round <= ROUNDS; round++) {
        fewCosts.firstUse(round);
        manyCosts.firstUse(round);
        fewCosts.use(round);
        manyCosts.use(round);
        fewCosts.logIn(round);
        manyCosts.logIn(round);
      }
      say("%s, medians of %d rounds in turns, in microseconds", engine, ROUNDS);
      compare("first /me of a session in a minute", fewCosts.firstUses, manyCosts.firstUses);
      compare("/me again", fewCosts.uses, manyCosts.uses);
      compare("login", fewCosts.logins, manyCosts.logins);
      say("%s: %.0f /me a second to 16 clients", engine, Load.perSecond(16, manyCosts::useAny));
      say("%s: %.1f logins a second to 4 clients", engine, Load.perSecond(4, manyCosts::logInAny));
      few.terminate();
      many.terminate();
      few.ended();
      many.ended();
    }
  }

  private List<String> fill(String engine, String name, int accounts, List<String> database)
      throws Exception {
    Path tokens = folder.resolve(name + ".tokens");
    List<String> arguments = new ArrayList<>(List.of("fill"));
    database.stream().filter(option -> !option.matches("--(key|audit).*")).forEach(arguments::add);
    arguments.add("--accounts=" + accounts);
    arguments.add("--sessions=" + accounts * SESSIONS_PER_ACCOUNT);
    arguments.add("--password=" + CHOSEN);
    arguments.add("--tokens=" + tokens);
    long begin = System.nanoTime();
    Process process = command(arguments).inheritIO().start();
    assertThat(process.waitFor()).isZero();
    say("%s: filled %,d accounts in %d ms", engine, accounts, millisSince(begin));
    List<String> all = new ArrayList<>(Files.readAllLines(tokens));
    Files.delete(tokens);
    Collections.shuffle(all, random);
    return all;
  }

  private static ProcessBuilder command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", System.getProperty("example.jar")));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private static ServerProcess listening(List<String> database) throws Exception {
    List<String> options = new ArrayList<>(database);
    options.add("--port=0");
    return ServerProcess.launch(List.of(), Map.of(), options).awaitReady();
  }

  private static void compare(String what, List<Long> few, List<Long> many) {
    double ratio = (double) median(many) / median(few);
    say("%s: %,d and %,d, ratio %.2f", what, median(few), median(many), ratio);
  }

  private static void saySizes(JdbcUrl database) throws Exception {
    try (Database open = Database.connect(database);
        Connection connection = open.connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet sizes =
            statement.executeQuery(
                """
                SELECT relname, pg_relation_size(oid) AS size, reltuples FROM pg_class
                WHERE relname LIKE 'thogits%' ORDER BY relname
                """)) {
      while (sizes.next()) {
        say("%s: %,d bytes", sizes.getString("relname"), sizes.getLong("size"));
      }
    }
  }

  private static void deleteExpired(DatabaseLocation location) throws Exception {
    try (Database database = Database.connect(location)) {
      Instant now = Clock.systemUTC().instant();
      long begin = System.nanoTime();
      int deleted =
          new JdbcSessionStore(database.connections())
              .deleteExpired(now, now.minus(Duration.ofDays(3)));
      say("deleteExpired: %,d sessions in %d ms", deleted, millisSince(begin));
    }
  }

  private static long millisSince(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private static long median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void say(String format, Object... values) {
    System.out.println("growth: " + String.format(Locale.ROOT, format, values));
  }

  /** The medians of each round on one server; the first round only warms it up. */
  private final class Costs {
    private final ServerProcess server;
    private final List<String> tokens;
    private final int accounts;
    private final List<Long> firstUses = new ArrayList<>();
    private final List<Long> uses = new ArrayList<>();
    private final List<Long> logins = new ArrayList<>();
    private final String cookie;

    Costs(ServerProcess server, List<String> tokens, int accounts) throws Exception {
      this.server = server;
      this.tokens = tokens;
      this.accounts = accounts;
      ApiClient client = new ApiClient(http, server.baseUrl());
      client.login(anyEmail(), CHOSEN);
      this.cookie = client.cookies().keySet().iterator().next();
    }

    /** Sessions that no round has used; their time of use is written. */
    void firstUse(int round) throws Exception {
      useInto(round, firstUses);
    }

    /** The same sessions. */
    void use(int round) throws Exception {
      useInto(round, uses);
    }

    private void useInto(int round, List<Long> medians) throws Exception {
      long[] costs = new long[SESSIONS_PER_ROUND];
      for (int i = 0; i < costs.length; i++) {
        String token = tokens.get((round * SESSIONS_PER_ROUND + i) % tokens.size());
        ApiClient client = new ApiClient(http, server.baseUrl(), cookie + "=" + token);
        long begin = System.nanoTime();
        int status = client.get("/api/auth/me").status();
        costs[i] = System.nanoTime() - begin;
        assertThat(status).isEqualTo(200);
      }
      add(round, costs, medians);
    }

    void logIn(int round) throws Exception {
      long[] costs = new long[LOGINS_PER_ROUND];
      for (int i = 0; i < costs.length; i++) {
        String email = anyEmail();
        long begin = System.nanoTime();
        int status = new ApiClient(http, server.baseUrl()).login(email, CHOSEN).status();
        costs[i] = System.nanoTime() - begin;
        assertThat(status).isEqualTo(200);
      }
      add(round, costs, logins);
    }

    String useAny() throws Exception {
      String token = tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
      return ok(new ApiClient(http, server.baseUrl(), cookie + "=" + token).get("/api/auth/me"));
    }

    String logInAny() throws Exception {
      return ok(new ApiClient(http, server.baseUrl()).login(anyEmail(), CHOSEN));
    }

    private static String ok(ApiClient.Answer answer) {
      assertThat(answer.status()).isEqualTo(200);
      return answer.response().body();
    }

    private synchronized String anyEmail() {
      return FilledAccounts.email(random.nextInt(accounts));
    }

    private void add(int round, long[] nanos, List<Long> medians) {
      Arrays.sort(nanos);
      if (round > 0) {
        medians.add(nanos[nanos.length / 2] / 1000);
      }
    }
  }
}
