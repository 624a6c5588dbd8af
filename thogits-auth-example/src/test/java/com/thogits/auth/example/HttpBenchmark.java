package com.thogits.auth.example;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code /me} costs over HTTP, beside a handler that answers the same bytes and does nothing,
 * and beside Spring; no test, and its name keeps it out of the build. docs/performance.md has the
 * command.
 */
class HttpBenchmark {
  private static final List<String> SERVERS = list("benchmark.servers", "nothing,memory,h2,spring");
  private static final List<Integer> CONNECTIONS =
      list("benchmark.connections", "1,8,64,256").stream().map(Integer::valueOf).toList();
  private static final int WARM_UP_CONNECTIONS = 64;
  private static final int WARM_UP_SECONDS = Integer.getInteger("benchmark.warmup", 90);
  private static final int SECONDS = Integer.getInteger("benchmark.seconds", 6);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);

  @TempDir Path folder;

  @Test
  void me() throws Exception {
    Wrk.requireInstalled();
    for (Jdk jdk : Jdk.asked()) {
      try (MeServers servers =
          MeServers.start(jdk, SERVERS, Files.createTempDirectory(folder, "jdk"))) {
        measure(new MeTable(jdk.version().toString()), servers.all());
      }
    }
  }

  /**
   * One server has load at a time, and each has its turn in every round, so noise hits all alike.
   */
  private static void measure(MeTable table, List<MeServer> servers) throws Exception {
    for (MeServer server : servers) {
      server.load(WARM_UP_CONNECTIONS, WARM_UP_SECONDS);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int connections : CONNECTIONS) {
        for (MeServer server : servers) {
          table.add(server.name(), connections, server.load(connections, SECONDS));
        }
      }
    }
    table.print();
  }

  private static List<String> list(String property, String otherwise) {
    return Arrays.asList(System.getProperty(property, otherwise).split(","));
  }
}
