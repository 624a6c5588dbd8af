package com.thogits.auth.example;

import com.thogits.auth.example.LoginStorm.Answers;
import com.thogits.auth.example.StormTable.StormRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many log in while many try at once, beside hashing and nothing else, and what whoever is
 * signed in notices of it; no test, and its name keeps it out of the build. docs/performance.md has
 * the command.
 */
class StormBenchmark {
  private static final List<Integer> CLIENTS =
      Arrays.stream(System.getProperty("benchmark.clients", "4,64,500").split(","))
          .map(Integer::valueOf)
          .toList();
  private static final int WARM_UP_SECONDS = Integer.getInteger("benchmark.warmup", 80);
  private static final int SECONDS = Integer.getInteger("benchmark.seconds", 8);
  private static final int RAW_SECONDS = Integer.getInteger("benchmark.raw.seconds", 3);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 2);
  private static final int WARM_UP_CLIENTS = 16;
  private static final int POLLERS = 8;
  private static final Duration BETWEEN_POLLS = Duration.ofMillis(50);
  private static final int ACCOUNTS = 5_000;

  private final RawHashing rawHashing = new RawHashing();

  @TempDir Path folder;

  @Test
  void storm() throws Exception {
    Wrk.requireInstalled();
    for (Jdk jdk : Jdk.asked()) {
      Path place = Files.createTempDirectory(folder, "jdk");
      ImportedAccounts.fill(place.resolve("data"), ACCOUNTS);
      try (JavaProcess server = start(jdk, place)) {
        measure(server, place).print(jdk.version().toString());
      }
    }
  }

  /** As behind a proxy: it is believed about the addresses of the clients. */
  private static JavaProcess start(Jdk jdk, Path place) throws Exception {
    return JavaProcess.listening(
        jdk,
        List.of(
            "-jar",
            System.getProperty("example.jar"),
            "--port=0",
            "--data-dir=" + place.resolve("data"),
            "--trusted-proxy=127.0.0.0/8",
            "--trusted-proxy=::1"),
        place.resolve("server.log"));
  }

  private StormTable measure(JavaProcess server, Path place) throws Exception {
    MeServer me = MeServer.withUsers("h2", server, place.resolve("me.lua"));
    MeServer polls = me.paced(BETWEEN_POLLS, place.resolve("polls.lua"));
    me.load(POLLERS, WARM_UP_SECONDS / 4);
    run(server, polls, WARM_UP_CLIENTS, WARM_UP_SECONDS * 3 / 4);
    StormTable table = new StormTable();
    for (int round = 0; round < ROUNDS; round++) {
      table.addIdle(polls.load(POLLERS, SECONDS).result());
      double rawBefore = rawHashing.perSecond(RAW_SECONDS);
      for (int clients : CLIENTS) {
        StormRun run = run(server, polls, clients, SECONDS);
        double rawAfter = rawHashing.perSecond(RAW_SECONDS);
        table.add(clients, run, (rawBefore + rawAfter) / 2);
        rawBefore = rawAfter;
      }
    }
    return table;
  }

  private static StormRun run(JavaProcess server, MeServer polls, int clients, int seconds)
      throws Exception {
    LoginStorm storm = LoginStorm.begin(server.baseUrl(), ACCOUNTS, clients);
    try {
      TimeUnit.SECONDS.sleep(1);
      Answers before = storm.answers();
      long begin = System.nanoTime();
      Wrk.Result me = polls.load(POLLERS, seconds).result();
      double took = (System.nanoTime() - begin) / 1e9;
      Answers answers = storm.answers().since(before);
      return new StormRun(
          answers.admitted() / took,
          answers.shareSentAway(),
          me,
          PeakMemory.kib(server.pid()) / 1024);
    } finally {
      storm.end();
    }
  }
}
