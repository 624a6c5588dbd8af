package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged jar as a process of its own, on the Java that runs the tests. */
final class ServerProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private static final String READY = "Listening on ";

  private final Process process;
  private final BufferedReader stdout;
  private final CompletableFuture<String> stderr;
  private final List<String> announced = new ArrayList<>();

  private ServerProcess(Process process) {
    this.process = process;
    this.stdout = process.inputReader(StandardCharsets.UTF_8);
    this.stderr =
        CompletableFuture.supplyAsync(
            () -> readAll(process.getErrorStream()), ServerProcess::onThreadOfItsOwn);
  }

  /** Starts it on a free port and waits until it listens. */
  static ServerProcess listening(Path dataFolder, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--port=0", "--data-dir=" + dataFolder));
    arguments.addAll(List.of(more));
    return launch(List.of(), Map.of(), arguments).awaitReady();
  }

  /** Starts it and waits for nothing. */
  static ServerProcess launch(
      List<String> jvmOptions, Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-jar");
    command.add(System.getProperty("example.jar"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Java says aloud that it picked these up, on the standard error that tests look at.
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().keySet().removeIf(name -> name.startsWith("THOGITS_"));
    builder.environment().putAll(environment);
    return new ServerProcess(builder.start());
  }

  /** Waits until it listens. */
  ServerProcess awaitReady() throws IOException {
    for (String line = stdout.readLine(); line != null; line = stdout.readLine()) {
      announced.add(line);
      if (line.startsWith(READY)) {
        return this;
      }
    }
    throw new AssertionError("The server did not start: " + stderr.join());
  }

  /** What it printed up to the line with its URL. */
  List<String> announced() {
    return List.copyOf(announced);
  }

  /** Where it listens, without a slash at the end. */
  String baseUrl() {
    String url = announced.get(announced.size() - 1).substring(READY.length());
    return url.substring(0, url.length() - 1);
  }

  int port() {
    return URI.create(baseUrl()).getPort();
  }

  long pid() {
    return process.pid();
  }

  /** Runs one of the operator's commands to its end. */
  static Ended admin(Path dataFolder, String... words) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("admin"));
    arguments.addAll(List.of(words));
    arguments.add("--data-dir=" + dataFolder);
    return launch(List.of(), Map.of(), arguments).ended();
  }

  /** Ends it in good order, without a word from it. */
  void stop() throws IOException, InterruptedException {
    terminate();
    Ended ended = ended();
    assertThat(ended.stderr()).isEmpty();
    assertThat(ended.stdout()).isEmpty();
  }

  /** Waits for its end. */
  Ended ended() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The server did not end by itself");
    }
    String out = stdout.lines().reduce("", (text, line) -> text + line + "\n");
    return new Ended(process.exitValue(), out, stderr.join());
  }

  /** Asks it to end: SIGTERM. */
  void terminate() {
    // Process.destroy would also close the streams that are still to be read.
    process.toHandle().destroy();
  }

  /** Ends it at once: SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /** The common pool may have a single thread, and two servers can run at once. */
  private static void onThreadOfItsOwn(Runnable reading) {
    Thread thread = new Thread(reading, "server-stderr");
    thread.setDaemon(true);
    thread.start();
  }

  private static String readAll(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "unreadable: " + e;
    }
  }

  /** How it ended, and what it printed after the line with its URL, if it came that far. */
  record Ended(int exitCode, String stdout, String stderr) {}
}
