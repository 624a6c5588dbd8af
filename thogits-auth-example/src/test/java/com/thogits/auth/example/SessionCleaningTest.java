package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionCleaningTest {
  private final Logger logger = Logger.getLogger(SessionCleaning.class.getName());
  private final RecordedLog log = new RecordedLog();

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(log);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(log);
    logger.setUseParentHandlers(true);
  }

  @Test
  void aFailureIsLoggedAndTheNextCleaningComes() throws Exception {
    CountDownLatch cleanings = new CountDownLatch(3);
    Runnable failing =
        () -> {
          cleanings.countDown();
          throw new IllegalStateException("no database");
        };
    SessionCleaning cleaning = SessionCleaning.start(failing, Duration.ofMillis(1));
    try {
      assertThat(cleanings.await(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      cleaning.close();
    }
    assertThat(log.records).isNotEmpty();
    assertThat(log.records.get(0).getThrown()).hasMessage("no database");
  }

  private static final class RecordedLog extends Handler {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord logged) {
      records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
