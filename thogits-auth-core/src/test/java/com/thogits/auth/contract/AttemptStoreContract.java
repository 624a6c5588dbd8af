package com.thogits.auth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AttemptStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link AttemptStore} does. */
public abstract class AttemptStoreContract {
  private static final Instant NOW = Instant.parse("2024-10-27T00:59:59.999Z");
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Instant END = NOW.plus(WINDOW);

  private AttemptStore store;

  /** For subclasses. */
  protected AttemptStoreContract() {}

  /** A store that holds no count; asked for once before each test. */
  protected abstract AttemptStore emptyStore();

  @BeforeEach
  void createStore() {
    store = emptyStore();
  }

  @Test
  void countsFromOne() {
    assertThat(store.increment("key", WINDOW, NOW)).isEqualTo(1);
    assertThat(store.increment("key", WINDOW, NOW)).isEqualTo(2);
    assertThat(store.increment("key", WINDOW, NOW)).isEqualTo(3);
  }

  @Test
  void countsEachKeyApart() {
    List<String> keys =
        List.of(
            "key",
            "Key",
            "key ",
            "",
            "%",
            "_",
            "'; DROP TABLE thogits_attempt; --",
            "k".repeat(199) + "1",
            "k".repeat(199) + "2");
    for (int count = 1; count <= 2; count++) {
      for (String key : keys) {
        assertThat(store.increment(key, WINDOW, NOW)).as(key).isEqualTo(count);
      }
    }
  }

  @Test
  void forgetsACountWhenItsWindowHasPassed() {
    store.increment("key", WINDOW, NOW);

    assertThat(store.increment("key", WINDOW, END.minusMillis(1))).isEqualTo(2);
    assertThat(store.increment("key", WINDOW, END)).isEqualTo(1);
  }

  @Test
  void measuresAWindowFromTheFirstAttempt() {
    store.increment("key", WINDOW, NOW);
    store.increment("key", WINDOW, END);

    assertThat(store.increment("key", WINDOW, END.plus(WINDOW).minusMillis(1))).isEqualTo(2);
    assertThat(store.increment("key", WINDOW, END.plus(WINDOW))).isEqualTo(1);
  }

  @Test
  void keepsTheWindowOfARunningCount() {
    store.increment("key", WINDOW, NOW);

    assertThat(store.increment("key", Duration.ofMillis(1), NOW)).isEqualTo(2);
    assertThat(store.increment("key", Duration.ofDays(1), NOW.plusSeconds(1))).isEqualTo(3);
    assertThat(store.increment("key", WINDOW, END)).isEqualTo(1);
  }

  @Test
  void keepsACountForACentury() {
    Duration century = Duration.ofDays(36_500);
    store.increment("key", century, NOW);

    assertThat(store.deleteExpired(NOW.plus(century).minusMillis(1))).isZero();
    assertThat(store.increment("key", century, NOW.plus(century).minusMillis(1))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"UTC, Pacific/Apia", "America/St_Johns, Europe/Berlin", "Asia/Kathmandu, UTC"})
  void measuresWindowsTheSameInEveryTimeZone(String first, String second) {
    JvmDefaults.inZone(first, () -> store.increment("key", WINDOW, NOW));

    assertThat(JvmDefaults.inZone(second, () -> store.increment("key", WINDOW, END.minusMillis(1))))
        .isEqualTo(2);
    assertThat(JvmDefaults.inZone(second, () -> store.increment("key", WINDOW, END))).isEqualTo(1);
  }

  @Test
  void forgetsACountThatIsReset() {
    store.increment("key", WINDOW, NOW);
    store.increment("other", WINDOW, NOW);

    store.reset("key");
    store.reset("unknown");

    assertThat(store.increment("key", WINDOW, NOW)).isEqualTo(1);
    assertThat(store.increment("other", WINDOW, NOW)).isEqualTo(2);
  }

  @Test
  void deletesTheCountsWhoseWindowsEnded() {
    store.increment("ended", WINDOW, NOW.minusMillis(1));
    store.increment("ending", WINDOW, NOW);
    store.increment("running", WINDOW, NOW.plusMillis(1));

    assertThat(store.deleteExpired(END)).isEqualTo(2);

    assertThat(store.deleteExpired(END)).isZero();
    assertThat(store.increment("running", WINDOW, END)).isEqualTo(2);
  }

  @Test
  void givesNoTwoOfManyTheSameNumber() throws Exception {
    List<Integer> counts = AtOnce.call(40, i -> store.increment("key", WINDOW, NOW));

    assertThat(counts).containsExactlyInAnyOrderElementsOf(oneTo(40));
  }

  @Test
  void givesNoTwoOfManyTheSameNumberInANewWindow() throws Exception {
    store.increment("key", WINDOW, NOW);

    List<List<Integer>> counts =
        AtOnce.call(
            40,
            i ->
                IntStream.range(0, 5)
                    .mapToObj(attempt -> store.increment("key", WINDOW, END))
                    .toList());

    assertThat(counts.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(oneTo(200));
  }

  @Test
  void countsManyKeysAtOnce() throws Exception {
    List<Integer> counts = AtOnce.call(40, i -> store.increment("key " + i % 4, WINDOW, NOW));

    for (int key = 0; key < 4; key++) {
      int remainder = key;
      assertThat(IntStream.range(0, 40).filter(i -> i % 4 == remainder).mapToObj(counts::get))
          .containsExactlyInAnyOrderElementsOf(oneTo(10));
    }
  }

  @Test
  void countsOnWhileOthersResetAndDelete() throws Exception {
    List<Integer> counts =
        AtOnce.call(
            16,
            i -> {
              int count = 1;
              for (int round = 0; round < 10; round++) {
                switch (i % 4) {
                  case 0 -> store.reset("key");
                  case 1 -> store.deleteExpired(END);
                  default -> count = store.increment("key", WINDOW, NOW);
                }
              }
              return count;
            });

    assertThat(counts).allMatch(count -> count >= 1 && count <= 80);
    store.reset("key");
    assertThat(store.increment("key", WINDOW, NOW)).isEqualTo(1);
  }

  private static List<Integer> oneTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }
}
