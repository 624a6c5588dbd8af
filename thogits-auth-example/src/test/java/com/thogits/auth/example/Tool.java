package com.thogits.auth.example;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A program that a test needs and that not every machine has. */
enum Tool {
  CHROMEDRIVER("chromedriver"),
  CHROMIUM("chromium"),
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
    return find().isPresent();
  }

  /** Where it is. */
  Optional<Path> find() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Skips the test, aloud, if the program is missing; or fails it. */
  Path require() {
    Optional<Path> found = find();
    if (REQUIRED && found.isEmpty()) {
      throw new AssertionError(program + " is required and not installed");
    }
    assumeTrue(found.isPresent(), program + " is not installed");
    return found.orElseThrow();
  }
}
