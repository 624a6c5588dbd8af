package com.thogits.auth.example;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A program that a test needs and that not every machine has. */
enum Tool {
  CURL("curl"),
  NGINX("nginx"),
  OATHTOOL("oathtool"),
  PG_DUMP("pg_dump"),
  SCRIPT("script"),
  WRK("wrk");

  /** Whether a missing program fails its test instead of skipping it. */
  static final boolean REQUIRED = "required".equals(System.getProperty("thogits.optional"));

  private final String program;

  Tool(String program) {
    this.program = program;
  }

  boolean isThere() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .anyMatch(Files::isExecutable);
  }

  /** Skips the test, aloud, if the program is missing; or fails it. */
  void require() {
    if (REQUIRED && !isThere()) {
      throw new AssertionError(program + " is required and not installed");
    }
    assumeTrue(isThere(), program + " is not installed");
  }
}
