package com.thogits.auth.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A JDK that a benchmark runs servers on. */
record Jdk(Path home) {

  /** Those that were asked for, or else the one that runs the benchmark. */
  static List<Jdk> asked() {
    String homes = System.getProperty("benchmark.jdks", System.getProperty("java.home"));
    return Arrays.stream(homes.split(",")).map(home -> new Jdk(Path.of(home))).toList();
  }

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  Runtime.Version version() throws IOException {
    return Files.readAllLines(home.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> Runtime.Version.parse(line.replaceAll("JAVA_VERSION=|\"", "")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(home + " is no JDK"));
  }
}
