package com.thogits.auth.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** Warnings and worse go to standard error, a line each. */
final class Logging {
  private static final String CHOSEN_BY_THE_OPERATOR = "java.util.logging.config.file";

  private Logging() {}

  static void configure() {
    if (System.getProperty(CHOSEN_BY_THE_OPERATOR) != null) {
      return;
    }
    try (InputStream configuration = Logging.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
