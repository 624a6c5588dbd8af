package com.thogits.auth;

import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.AttemptLimit.GrowingWaits;
import com.thogits.auth.AttemptLimit.PerWindow;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.memory.MemoryAttemptStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counting by compare-and-set, against a store that lets it lose. */
class ThrottleTest {
  private static final String KEY = "key";
  private static final PerWindow TWO_A_MINUTE = new PerWindow(2, Duration.ofMinutes(1));

  private final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00.123Z"));
  private final MemoryAttemptStore attempts = new MemoryAttemptStore();
  private final AtomicInteger losses = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final Throttle throttle = new Throttle(losing(), clock);

  /** Refuses as many writes as it is told to. */
  private AttemptStore losing() {
    return (AttemptStore)
        Proxy.newProxyInstance(
            AttemptStore.class.getClassLoader(),
            new Class<?>[] {AttemptStore.class},
            (proxy, method, arguments) -> {
              if (method.getReturnType() == boolean.class) {
                writes.incrementAndGet();
                if (losses.getAndDecrement() > 0) {
                  return false;
                }
              }
              return method.invoke(attempts, arguments);
            });
  }

  private int count() {
    return attempts.find(KEY).map(Attempts::count).orElse(0);
  }

  @Test
  void aLostRaceIsRunAgainAndCountsOnce() {
    losses.set(3);
    throttle.require(KEY, TWO_A_MINUTE);
    assertThat(count()).isEqualTo(1);

    losses.set(3);
    throttle.require(KEY, TWO_A_MINUTE);
    assertThat(count()).isEqualTo(2);

    losses.set(3);
    throttle.forgive(KEY);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void givesUpAfter10000LostRaces() {
    losses.set(9_999);
    throttle.require(KEY, TWO_A_MINUTE);
    losses.set(9_999);
    throttle.forgive(KEY);

    writes.set(0);
    losses.set(Integer.MAX_VALUE);
    assertThatThrownBy(() -> throttle.count(KEY, TWO_A_MINUTE)).isInstanceOf(StoreException.class);
    assertThat(writes).hasValue(10_000);

    writes.set(0);
    assertThatThrownBy(() -> throttle.forgive(KEY)).isInstanceOf(StoreException.class);
    assertThat(writes).hasValue(10_000);
  }

  @Test
  void aRefusedAttemptIsNotWritten() {
    throttle.require(KEY, TWO_A_MINUTE);
    throttle.require(KEY, TWO_A_MINUTE);
    writes.set(0);

    assertRefused(AuthError.TOO_MANY_ATTEMPTS, () -> throttle.require(KEY, TWO_A_MINUTE));

    assertThat(throttle.count(KEY, TWO_A_MINUTE))
        .isEqualTo(new Throttle.Verdict(false, 2, Duration.ofMinutes(1)));
    assertThat(writes).hasValue(0);
  }

  @Test
  void aForgivenAttemptMakesRoomForAnother() {
    throttle.require(KEY, TWO_A_MINUTE);
    throttle.require(KEY, TWO_A_MINUTE);

    throttle.forgive(KEY);

    assertThat(throttle.count(KEY, TWO_A_MINUTE))
        .isEqualTo(new Throttle.Verdict(true, 2, Duration.ZERO));
  }

  @Test
  void nothingIsForgivenWhereNothingWasCounted() {
    throttle.forgive(KEY);

    assertThat(attempts.find(KEY)).isEmpty();
  }

  @Test
  void aCountEndsWithItsWindowAlsoWhileItStillStandsInTheStore() {
    throttle.require(KEY, TWO_A_MINUTE);
    clock.advance(Duration.ofMinutes(1).minusMillis(1));
    assertThat(throttle.countOf(KEY)).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));

    assertThat(attempts.find(KEY)).isPresent();
    assertThat(throttle.countOf(KEY)).isZero();
    assertThat(throttle.count(KEY, TWO_A_MINUTE).count()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsClearedBeginsAnew() {
    throttle.require(KEY, TWO_A_MINUTE);

    throttle.clear(KEY);

    assertThat(throttle.countOf(KEY)).isZero();
  }

  /** Also where the store failed: a turn that is never given back locks its keys for ever. */
  @ParameterizedTest
  @ValueSource(ints = {0, Integer.MAX_VALUE})
  void everyTurnIsGivenBack(int lost) throws Exception {
    throttle.require(KEY, TWO_A_MINUTE);

    losses.set(lost);
    attempt(() -> throttle.count(KEY, TWO_A_MINUTE));
    onAnotherThread(() -> attempt(() -> throttle.forgive(KEY)));
    losses.set(0);
    attempt(() -> throttle.forgive(KEY));
    onAnotherThread(() -> throttle.require(KEY, TWO_A_MINUTE));

    assertThat(count()).isPositive();
  }

  private static void attempt(Runnable call) {
    try {
      call.run();
    } catch (StoreException lost) {
      assertThat(lost).hasMessage("The attempt store takes no count.");
    }
  }

  private static void onAnotherThread(Runnable call) throws Exception {
    ExecutorService another = Executors.newSingleThreadExecutor();
    try {
      another.submit(call).get(60, TimeUnit.SECONDS);
    } finally {
      another.shutdownNow();
    }
  }

  @Test
  void whatIsTakenBackEndsNoWaitThatALaterAttemptBegan() {
    GrowingWaits waits = new GrowingWaits(1, Duration.ofMinutes(15), Duration.ofDays(1));
    int slow = throttle.require(KEY, waits);
    clock.advance(Duration.ofSeconds(1));
    throttle.require(KEY, waits);

    throttle.forgive(KEY, slow);
    assertThat(count()).isEqualTo(1);
    assertRefused(AuthError.TOO_MANY_ATTEMPTS, () -> throttle.require(KEY, waits));

    clock.advance(Duration.ofSeconds(2));
    int newest = throttle.require(KEY, waits);
    throttle.forgive(KEY, newest);
    assertThat(count()).isEqualTo(1);
    throttle.require(KEY, waits);
    assertThat(count()).isEqualTo(2);
  }
}
