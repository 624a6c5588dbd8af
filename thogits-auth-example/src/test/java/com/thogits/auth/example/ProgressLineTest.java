package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SecondsClock clock = new SecondsClock();
  private final ProgressLine progress = new ProgressLine(new PrintStream(out, true, UTF_8), clock);

  /** A clock that a test sets. */
  private static final class SecondsClock extends Clock {
    private long second;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(second);
    }
  }

  @Test
  void saysAPlainLineEveryFiveSecondsAndNothingOfWhatIsQuick() {
    for (clock.second = 0; clock.second < 12; clock.second++) {
      progress.at("inserting", "accounts", clock.second, 100);
    }
    clock.second = 15;
    progress.at("importing", "accounts", 7);

    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            "inserting accounts: 5 of 100",
            "inserting accounts: 10 of 100",
            "importing accounts: 7 so far");
    assertThat(out.toString(UTF_8)).doesNotContain("\u001b", "\r");
  }
}
