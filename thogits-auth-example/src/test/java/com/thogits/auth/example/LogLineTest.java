package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
  private final LogRecord logged = new LogRecord(Level.WARNING, "no \n2025 forged");

  @Test
  void aRecordIsOneLineWhateverItsMessage() {
    logged.setInstant(Instant.parse("2025-01-15T10:00:00Z"));
    logged.setLoggerName("auth");
    assertThat(new LogLine().format(logged))
        .isEqualTo("2025-01-15T10:00:00Z WARNING auth no  2025 forged" + System.lineSeparator());
  }

  @Test
  void everyCauseIsNamedWithItsPlace() {
    logged.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));
    assertThat(new LogLine().format(logged))
        .containsPattern("IllegalStateException: outer at .*IllegalArgumentException: inner at ")
        .hasLineCount(1);
  }
}
