package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.StoreUnavailableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UnavailableStoreLogTest {
  private static final StoreUnavailableException GONE =
      new StoreUnavailableException(
          "The database failed (SQL state 08001).",
          new SQLException(
              "pool - Connection is not available",
              new SQLException("Connection refused\n  Detail: of a statement\r\nforged line")));

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final UnavailableStoreLog log = new UnavailableStoreLog(new Lines(), nanos::get);

  /** A log that takes no stack traces. */
  private final class Lines implements System.Logger {
    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
      throw new AssertionError("a stack trace");
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      assertThat(level).isEqualTo(Level.ERROR);
      assertThat(parameters).isNullOrEmpty();
      lines.add(format);
    }
  }

  @Test
  void aLineTellsEveryReasonAndNoDetail() {
    log.tell(GONE);
    assertThat(lines)
        .containsExactly(
            "The store is unavailable: The database failed (SQL state 08001)."
                + " | pool - Connection is not available | Connection refused");
  }

  @Test
  void aReasonWithoutWordsIsNamed() {
    log.tell(new StoreUnavailableException("gone", new SQLException()));
    assertThat(lines).containsExactly("The store is unavailable: gone | SQLException");
  }

  @Test
  void aFloodOfFailuresIsALineASecondThatCountsTheOthers() {
    for (int i = 0; i < 1000; i++) {
      log.tell(GONE);
    }
    assertThat(lines).hasSize(1);
    nanos.addAndGet(999_999_999);
    log.tell(GONE);
    assertThat(lines).hasSize(1);

    nanos.addAndGet(1);
    log.tell(GONE);
    log.tell(GONE);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).startsWith("The store is unavailable (and 1000 failures before): ");

    nanos.addAndGet(1_000_000_000);
    log.tell(GONE);
    assertThat(lines.get(2)).startsWith("The store is unavailable (and 1 failures before): ");
  }
}
