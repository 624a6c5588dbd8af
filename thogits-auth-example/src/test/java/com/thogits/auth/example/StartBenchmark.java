package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a server takes to its first answer, on an empty database and on a full one, beside
 * Spring; no test, and its name keeps it out of the build. docs/performance.md has the command.
 */
class StartBenchmark {
  private static final int STARTS = Integer.getInteger("benchmark.starts", 7);
  private static final int ACCOUNTS = Integer.getInteger("benchmark.accounts", 100_000);
  private static final int SESSIONS_PER_ACCOUNT = 2;

  @TempDir Path folder;

  @Test
  void firstAnswer() throws Exception {
    Path full = fill();
    for (Jdk jdk : Jdk.asked()) {
      measure(new StartTable(jdk.version().toString(), ACCOUNTS), servers(jdk, full));
    }
  }

  /** Each has its turn in every round, so noise hits all alike; the first round is not counted. */
  private void measure(StartTable table, List<StartedServer> servers) throws Exception {
    for (int round = 0; round <= STARTS; round++) {
      for (StartedServer server : servers) {
        ServerStart start = server.start(folder);
        if (round > 0) {
          table.add(server, start);
        }
      }
    }
    table.print();
  }

  private List<StartedServer> servers(Jdk jdk, Path full) throws Exception {
    List<StartedServer> servers = new ArrayList<>();
    servers.add(StartedServer.spring(jdk));
    addExample(servers, "jar", jdk, List.of(), full);
    for (ClassData data : ClassData.values()) {
      if (data.isKnownTo(jdk.version())) {
        addExample(servers, name(data), jdk, data.read(written(data, jdk)), full);
      }
    }
    return servers;
  }

  private static void addExample(
      List<StartedServer> servers, String name, Jdk jdk, List<String> jvmOptions, Path full) {
    servers.add(StartedServer.example(name, jdk, jvmOptions, Optional.empty()));
    servers.add(StartedServer.example(name, jdk, jvmOptions, Optional.of(full)));
  }

  /** As an operator has it written: by a start, an answer and an end in good order. */
  private Path written(ClassData data, Jdk jdk) throws Exception {
    Path file = Files.createTempDirectory(folder, "class-data").resolve(name(data));
    StartedServer.example(name(data), jdk, data.written(file), Optional.empty()).start(folder);
    assertThat(file).isNotEmptyFile();
    return file;
  }

  private static String name(ClassData data) {
    return data.name().toLowerCase(Locale.ROOT);
  }

  private Path fill() throws Exception {
    Path full = folder.resolve("full");
    List<String> command =
        List.of(
            new Jdk(Path.of(System.getProperty("java.home"))).java().toString(),
            "-jar",
            System.getProperty("example.jar"),
            "fill",
            "--data-dir=" + full,
            "--accounts=" + ACCOUNTS,
            "--sessions=" + ACCOUNTS * SESSIONS_PER_ACCOUNT);
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return full;
  }
}
