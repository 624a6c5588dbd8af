package com.thogits.auth.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most physical memory that a process had until now, as Linux counts it. */
final class PeakMemory {
  private PeakMemory() {}

  static long kib(long pid) throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
            .filter(status -> status.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }
}
