package com.thogits.auth.example;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A server of a benchmark that is started again and again.
 *
 * @param jvmOptions what stands before {@code -jar}
 * @param spring whether it is the peer, whose options have names of their own
 * @param filled the folder that holds its accounts; empty for a new one each time
 */
record StartedServer(
    String name, Jdk jdk, List<String> jvmOptions, boolean spring, Optional<Path> filled) {

  /** Spring Boot's jar. */
  static StartedServer spring(Jdk jdk) {
    return new StartedServer("spring", jdk, List.of(), true, Optional.empty());
  }

  /** The packaged example. */
  static StartedServer example(
      String name, Jdk jdk, List<String> jvmOptions, Optional<Path> filled) {
    return new StartedServer(name, jdk, jvmOptions, false, filled);
  }

  /**
   * Starts it once.
   *
   * @param folder for what this start leaves behind
   */
  ServerStart start(Path folder) throws Exception {
    Path own = Files.createTempDirectory(folder, name);
    int port = ServerStart.freePort();
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(options(port, filled.orElse(own.resolve("data"))));
    return ServerStart.of(command, port, own.resolve("log"));
  }

  private Path jar() {
    return spring ? MeServers.springJar() : Path.of(System.getProperty("example.jar"));
  }

  private List<String> options(int port, Path data) {
    return spring
        ? List.of("--server.port=" + port, "--peer.data-dir=" + data)
        : List.of("--port=" + port, "--data-dir=" + data);
  }
}
