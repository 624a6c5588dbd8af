package com.thogits.auth.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on a JDK of one's choice, as a process of its own. */
final class JavaProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("(?:Listening on http://localhost:|Tomcat started on port )([0-9]+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final String MORE_OPTIONS = System.getProperty("benchmark.jvm", "");

  private final Process process;
  private final Path log;
  private final int port;

  private JavaProcess(Process process, Path log) throws IOException, InterruptedException {
    this.process = process;
    this.log = log;
    this.port = awaitPort();
  }

  /**
   * Starts it and waits until it says its port, as the example and Spring Boot do.
   *
   * @param arguments what follows {@code java}
   * @param log gets what it prints
   */
  static JavaProcess listening(Jdk jdk, List<String> arguments, Path log)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    if (!MORE_OPTIONS.isEmpty()) {
      command.addAll(Arrays.asList(MORE_OPTIONS.split(" ")));
    }
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new JavaProcess(process, log);
  }

  private int awaitPort() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() - deadline < 0) {
      Matcher ready = READY.matcher(Files.readString(log));
      if (ready.find()) {
        return Integer.parseInt(ready.group(1));
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
    close();
    throw new AssertionError("The server did not start: " + Files.readString(log));
  }

  /** Without a slash at the end. */
  String baseUrl() {
    return "http://localhost:" + port;
  }

  long pid() {
    return process.pid();
  }

  /** What it took of the processors since its start. */
  long cpuNanos() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
