package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the test's own that keeps what it acknowledges: started, stopped, killed, paused
 * and started again on the same port and data. Its role for the application is no superuser.
 */
final class PostgresServer implements AutoCloseable {
  private static final String ROLE = "thogits";
  private static final String SUPERUSER = "postgres";

  /** Tells of every kill as if it were a fault; kept here because loggers are held weakly. */
  private static final Logger TOLD = Logger.getLogger("io.zonky.test.db.postgres.embedded");

  private final Path folder;
  private final int port;
  private @Nullable EmbeddedPostgres running;

  private PostgresServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** A new one that runs, with its data in a folder of the test's. */
  static PostgresServer started(Path folder) throws IOException, SQLException {
    TOLD.setLevel(Level.OFF);
    PostgresServer server = new PostgresServer(folder, freePort());
    server.start();
    server.run("CREATE ROLE " + ROLE + " LOGIN");
    server.run("CREATE DATABASE " + ROLE + " OWNER " + ROLE);
    return server;
  }

  /**
   * Below the ports that the system gives to outgoing connections: while the server is down, one of
   * those could take it, or a client be connected with itself.
   */
  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // The next one, then.
      }
    }
  }

  /** Starts it, with what it had before, and waits until it answers. */
  void start() throws IOException {
    running =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
  }

  /** Stops it in good order; open connections are ended. */
  void stop() throws IOException {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  /** Ends it at once and without a checkpoint, as a loss of power would. */
  void kill() throws IOException, InterruptedException {
    ProcessHandle postmaster = postmaster();
    signal("QUIT", List.of(postmaster));
    postmaster.onExit().join();
    stop();
  }

  /** Lets none of its processes run: connections stay open, and nothing is answered. */
  void pause() throws IOException, InterruptedException {
    // First the one that makes others.
    signal("STOP", List.of(postmaster()));
    signal("STOP", postmaster().descendants().toList());
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT", postmaster().descendants().toList());
    signal("CONT", List.of(postmaster()));
  }

  private ProcessHandle postmaster() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static void signal(String name, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    if (processes.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    // A process of the list may have ended by itself.
    new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  int port() {
    return port;
  }

  /** The application's database. */
  String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + port + "/" + ROLE;
  }

  /** The application's role; it needs no password. */
  String user() {
    return ROLE;
  }

  /** What the example's server is started with to keep its accounts here. */
  List<String> options() {
    return List.of("--jdbc-url=" + jdbcUrl(), "--jdbc-user=" + user());
  }

  /** A connection to the application's database that may do everything. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), SUPERUSER, "");
  }

  /** Runs a statement that may do everything. */
  void run(String sql) throws SQLException {
    String url = "jdbc:postgresql://localhost:" + port + "/" + SUPERUSER;
    try (Connection connection = DriverManager.getConnection(url, SUPERUSER, "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Stops it if it runs, paused or not. */
  @Override
  public void close() throws IOException {
    if (running != null) {
      try {
        resume();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      stop();
      assertThat(folder.resolve("postmaster.pid")).doesNotExist();
    }
  }
}
