package com.thogits.auth.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Example servers on one database and with one key file, each with an audit log of its own. */
final class Nodes implements AutoCloseable {
  private final Path folder;
  private final Map<String, String> environment;
  private final List<String> options;
  private final List<ServerProcess> running = new ArrayList<>();

  private Nodes(Path folder, Map<String, String> environment, List<String> options) {
    this.folder = folder;
    this.environment = environment;
    this.options = options;
  }

  /** Starts so many at the same time, on a database of theirs, and waits until all listen. */
  static Nodes start(int count, Path folder, DatabaseReader database, String... options)
      throws IOException {
    Map<String, String> environment =
        Map.of(
            "THOGITS_JDBC_URL", database.url(),
            "THOGITS_JDBC_USER", database.user(),
            "THOGITS_KEY_FILE", folder.resolve("keys").toString());
    Nodes nodes = new Nodes(folder, environment, List.of(options));
    try {
      for (int node = 0; node < count; node++) {
        nodes.running.add(nodes.launch(node, 0));
      }
      for (ServerProcess node : nodes.running) {
        node.awaitReady();
      }
      return nodes;
    } catch (IOException | RuntimeException | AssertionError e) {
      nodes.close();
      throw e;
    }
  }

  ServerProcess get(int node) {
    return running.get(node);
  }

  int count() {
    return running.size();
  }

  /** Where a node listens, also while it is down. */
  String baseUrl(int node) {
    return running.get(node).baseUrl();
  }

  /** Starts a node that has ended again, where it listened before. */
  void startAgain(int node) throws IOException {
    running.set(node, launch(node, running.get(node).port()).awaitReady());
  }

  /** The events that a node has written down, as lines of JSON. */
  List<String> audit(int node) throws IOException {
    return Files.readAllLines(auditLog(node));
  }

  private ServerProcess launch(int node, int port) throws IOException {
    List<String> arguments = new ArrayList<>(options);
    arguments.add("--port=" + port);
    arguments.add("--audit-log=" + auditLog(node));
    // Several of them start on a machine that may have few processors.
    return ServerProcess.launch(List.of("-XX:TieredStopAtLevel=1"), environment, arguments);
  }

  private Path auditLog(int node) {
    return folder.resolve("audit-" + node + ".log");
  }

  @Override
  public void close() {
    running.forEach(ServerProcess::close);
  }
}
