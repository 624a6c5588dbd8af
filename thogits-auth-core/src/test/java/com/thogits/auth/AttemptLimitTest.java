package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AttemptLimit.GrowingWaits;
import com.thogits.auth.AttemptLimit.PerWindow;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
  private static final Instant NOW = Instant.parse("2025-01-15T10:00:00.123Z");
  private static final Instant FORGET = NOW.plusSeconds(20);
  private static final Duration MEMORY = Duration.ofDays(30);
  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  private static Attempts after(GrowingWaits waits, int countBefore) {
    return waits.next(countBefore, FORGET, NOW);
  }

  private static Attempts waiting(int count, long seconds) {
    return new Attempts(count, NOW.plusSeconds(seconds), NOW.plus(MEMORY));
  }

  @Test
  void aWindowEndsWhereItsFirstAttemptPutItsEnd() {
    PerWindow three = new PerWindow(3, Duration.ofSeconds(60));

    assertThat(three.first(NOW)).isEqualTo(new Attempts(1, Instant.EPOCH, NOW.plusSeconds(60)));
    assertThat(three.next(1, FORGET, NOW)).isEqualTo(new Attempts(2, Instant.EPOCH, FORGET));
    assertThat(three.next(2, FORGET, NOW)).isEqualTo(new Attempts(3, FORGET, FORGET));
    assertThat(three.next(3, FORGET, NOW)).isEqualTo(new Attempts(4, FORGET, FORGET));
  }

  @Test
  void aWindowOfOneIsFullAtOnce() {
    assertThat(new PerWindow(1, Duration.ofSeconds(60)).first(NOW))
        .isEqualTo(new Attempts(1, NOW.plusSeconds(60), NOW.plusSeconds(60)));
  }

  @Test
  void waitsDoubleFromTheLastFreeAttemptOn() {
    GrowingWaits waits = new GrowingWaits(3, Duration.ofSeconds(5), MEMORY);

    assertThat(waits.first(NOW)).isEqualTo(new Attempts(1, Instant.EPOCH, NOW.plus(MEMORY)));
    assertThat(after(waits, 1)).isEqualTo(new Attempts(2, Instant.EPOCH, NOW.plus(MEMORY)));
    assertThat(after(waits, 2)).isEqualTo(waiting(3, 1));
    assertThat(after(waits, 3)).isEqualTo(waiting(4, 2));
    assertThat(after(waits, 4)).isEqualTo(waiting(5, 4));
    assertThat(after(waits, 5)).isEqualTo(waiting(6, 5));
  }

  @Test
  void oneFreeAttemptMeansAWaitAfterTheFirst() {
    assertThat(new GrowingWaits(1, Duration.ofMinutes(15), MEMORY).first(NOW))
        .isEqualTo(waiting(1, 1));
  }

  @Test
  void theLongestWaitIsKeptHoweverManyAttemptsThereWere() {
    GrowingWaits waits = new GrowingWaits(1, TEN_YEARS, MEMORY);

    assertThat(after(waits, 28)).isEqualTo(waiting(29, 1L << 28));
    for (int count : new int[] {30, 31, 32, 63, 64, 65, 1000, Integer.MAX_VALUE}) {
      assertThat(after(waits, count - 1)).isEqualTo(waiting(count, TEN_YEARS.toSeconds()));
    }
  }

  @Test
  void theCountStaysAtTheGreatestNumberInsteadOfBeginningAnew() {
    GrowingWaits waits = new GrowingWaits(10, Duration.ofMinutes(15), MEMORY);

    assertThat(after(waits, Integer.MAX_VALUE)).isEqualTo(waiting(Integer.MAX_VALUE, 900));
  }
}
