package com.thogits.auth.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A packaged server for several test classes, on a folder of its own. */
final class SharedServer implements AutoCloseable {
  private final Path folder;
  private final ServerProcess process;

  private SharedServer(Path folder, ServerProcess process) {
    this.folder = folder;
    this.process = process;
  }

  static SharedServer start() throws IOException {
    Path folder = Files.createTempDirectory("shared-server");
    return new SharedServer(folder, ServerProcess.listening(folder));
  }

  String baseUrl() {
    return process.baseUrl();
  }

  @Override
  public void close() throws IOException {
    process.close();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> insideOut = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : insideOut) {
        Files.delete(file);
      }
    }
  }
}
