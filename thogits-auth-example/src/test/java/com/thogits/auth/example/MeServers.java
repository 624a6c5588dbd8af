package com.thogits.auth.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The servers that a benchmark compares, all on one JDK. */
final class MeServers implements AutoCloseable {
  private static final Path SPRING =
      Path.of(
          System.getProperty("benchmark.spring.jar", "src/bench/spring/target/spring-peer.jar"));

  private final Jdk jdk;
  private final Path folder;
  private final List<MeServer> all = new ArrayList<>();
  private final List<PostgresServer> databases = new ArrayList<>();

  private MeServers(Jdk jdk, Path folder) {
    this.jdk = jdk;
    this.folder = folder;
  }

  /** Starts them, in the order of their names. */
  static MeServers start(Jdk jdk, List<String> names, Path folder) throws Exception {
    MeServers servers = new MeServers(jdk, folder);
    try {
      for (String name : names) {
        servers.all.add(servers.start(name));
      }
      return servers;
    } catch (Exception | Error e) {
      servers.close();
      throw e;
    }
  }

  List<MeServer> all() {
    return Collections.unmodifiableList(all);
  }

  private MeServer start(String name) throws Exception {
    return switch (name) {
      case "h2" -> example(name, List.of("--data-dir=" + folder.resolve(name)));
      case "postgres" -> example(name, postgres());
      case "memory" -> withUsers(name, classPath(MemoryServer.class));
      case "nothing" -> nothing(name);
      case "spring" -> spring(name);
      default -> throw new IllegalArgumentException("no server is called " + name);
    };
  }

  private MeServer example(String name, List<String> database) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-jar", System.getProperty("example.jar"), "--port=0"));
    command.addAll(database);
    return withUsers(name, command);
  }

  private List<String> postgres() throws Exception {
    PostgresServer postgres = PostgresServer.started(folder.resolve("database"));
    databases.add(postgres);
    List<String> options = new ArrayList<>(postgres.options());
    options.add("--key-file=" + folder.resolve("postgres.keys"));
    options.add("--audit-log=" + folder.resolve("postgres.audit"));
    return options;
  }

  /** Spring Boot's jar, if it was built. */
  static Path springJar() {
    if (!Files.exists(SPRING)) {
      throw new AssertionError(SPRING + " is missing: docs/performance.md says how to build it");
    }
    return SPRING;
  }

  private MeServer spring(String name) throws Exception {
    return withUsers(
        name,
        List.of(
            "-jar",
            springJar().toString(),
            "--server.port=0",
            "--peer.data-dir=" + folder.resolve(name)));
  }

  /** Answers what the example answers, to the same requests. */
  private MeServer nothing(String name) throws Exception {
    try (MeServer example = example("recorded", List.of("--data-dir=" + folder.resolve("seen")))) {
      Path answer = example.answer().writeTo(folder.resolve("answer"));
      List<String> command = new ArrayList<>(classPath(DoNothingServer.class));
      command.add(answer.toString());
      return MeServer.askedLike(example, name, process(name, command), script(name));
    }
  }

  private MeServer withUsers(String name, List<String> command) throws Exception {
    JavaProcess process = process(name, command);
    try {
      return MeServer.withUsers(name, process, script(name));
    } catch (Exception | Error e) {
      process.close();
      throw e;
    }
  }

  private JavaProcess process(String name, List<String> command) throws Exception {
    return JavaProcess.listening(jdk, command, folder.resolve(name + ".log"));
  }

  private Path script(String name) {
    return folder.resolve(name + ".lua");
  }

  private static List<String> classPath(Class<?> main) {
    return List.of("-cp", System.getProperty("java.class.path"), main.getName());
  }

  @Override
  public void close() throws IOException {
    all.forEach(MeServer::close);
    for (PostgresServer database : databases) {
      database.close();
    }
  }
}
