package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class BoundedHasherTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final GatedHasher gated = new GatedHasher();
  private final Password password = Password.of("correct horse");
  private final List<Thread> started = new ArrayList<>();

  @AfterEach
  void endTheCalls() throws Exception {
    gated.open(1000);
    for (Thread thread : started) {
      thread.interrupt();
      thread.join();
    }
  }

  @Test
  void theResultsAreThoseOfTheHasher() {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 0, HOUR);
    gated.open(3);

    assertThat(hasher.hash(password)).isEqualTo("hashed");
    assertThat(hasher.verify(password, "hashed")).isTrue();
    assertThat(hasher.verify(password, "other")).isFalse();
  }

  @Test
  void neverMoreThanThePermitsHashOrVerifyAtOnce() throws Exception {
    BoundedHasher hasher = new BoundedHasher(gated, 3, 20, HOUR);
    List<FutureTask<?>> calls = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      calls.add(call(() -> hasher.hash(password)));
      calls.add(call(() -> hasher.verify(password, "hashed")));
    }
    awaitBlocked(3);

    assertThat(gated.running()).isEqualTo(3);
    for (int i = 0; i < 20; i++) {
      gated.open(1);
    }
    for (FutureTask<?> call : calls) {
      assertThat(call.get()).isIn("hashed", true);
    }
    assertThat(gated.mostAtOnce()).isEqualTo(3);
  }

  @Test
  void whenTheQueueIsFullTheNextIsRefusedAtOnce() throws Exception {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 2, HOUR);
    List<FutureTask<?>> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      calls.add(call(() -> hasher.hash(password)));
    }
    awaitBlocked();

    for (int i = 0; i < 100; i++) {
      assertOverloaded(() -> hasher.hash(password), HOUR);
      assertOverloaded(() -> hasher.verify(password, "hashed"), HOUR);
    }
    gated.open(3);
    for (FutureTask<?> call : calls) {
      assertThat(call.get()).isEqualTo("hashed");
    }
    gated.open(1);
    assertThat(hasher.hash(password)).isEqualTo("hashed");
  }

  @Test
  void aPlaceIsThereUntilTheQueueIsFullAndAgainAfterwards() throws Exception {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 2, HOUR);
    List<FutureTask<?>> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      hasher.requirePlace();
      calls.add(call(() -> hasher.hash(password)));
      awaitBlocked();
    }

    assertOverloaded(
        () -> {
          hasher.requirePlace();
          return null;
        },
        HOUR);
    gated.open(3);
    for (FutureTask<?> call : calls) {
      call.get();
      started.get(calls.indexOf(call)).join();
    }
    hasher.requirePlace();
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 300, 10_000})
  void thoseWhoAreRefusedTogetherAreToldTimesThatAreSpreadEvenly(int refused) {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 0, Duration.ofSeconds(5));
    Map<Long, Integer> told = new TreeMap<>();
    FutureTask<?> hashing = call(() -> hasher.hash(password));
    awaitBlocked();

    for (int i = 0; i < refused; i++) {
      assertThatExceptionOfType(HashingOverloadedException.class)
          .isThrownBy(hasher::requirePlace)
          .satisfies(e -> told.merge(e.retryAfter().toSeconds(), 1, Integer::sum));
    }
    assertThat(told).containsOnlyKeys(5L, 6L, 7L, 8L, 9L);
    assertThat(told.values()).allMatch(each -> Math.abs(each - refused / 5) <= 2);
    assertThat(hashing).isNotDone();
  }

  @Test
  void whoeverMayWaitForEverIsToldToComeBackAfterAnHourOrTwo() throws Exception {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 0, Duration.ofSeconds(Long.MAX_VALUE));
    FutureTask<?> hashing = call(() -> hasher.hash(password));
    awaitBlocked();

    assertOverloaded(() -> hasher.hash(password), HOUR);
    gated.open(1);
    assertThat(hashing.get()).isEqualTo("hashed");
  }

  @Test
  void whoWaitsGetsInWhenAPermitIsFreed() throws Exception {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 1, HOUR);
    FutureTask<?> first = call(() -> hasher.hash(password));
    awaitBlocked();
    FutureTask<?> second = call(() -> hasher.verify(password, "hashed"));
    awaitBlocked();
    assertThat(gated.running()).isOne();

    gated.open(1);
    assertThat(first.get()).isEqualTo("hashed");
    gated.open(1);
    assertThat(second.get()).isEqualTo(true);
  }

  @Test
  void whoCameFirstIsServedFirst() throws Exception {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 20, HOUR);
    List<FutureTask<?>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String number = Integer.toString(i);
      calls.add(call(() -> hasher.verify(password, number)));
      awaitBlocked();
    }
    gated.open(20);
    for (FutureTask<?> call : calls) {
      assertThat(call.get()).isEqualTo(false);
    }

    assertThat(gated.verified())
        .containsExactly(
            "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
            "16", "17", "18", "19");
  }

  @Test
  void whoWaitsTooLongIsRefusedAndTakesNoPermitAlong() throws Exception {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 1, Duration.ofMillis(1));
    FutureTask<?> first = call(() -> hasher.hash(password));
    awaitBlocked();

    for (int i = 0; i < 20; i++) {
      assertOverloaded(() -> hasher.hash(password), Duration.ofSeconds(1));
    }
    gated.open(1);
    assertThat(first.get()).isEqualTo("hashed");
    started.get(0).join();
    gated.open(1);
    assertThat(hasher.hash(password)).isEqualTo("hashed");
  }

  @Test
  void withoutAQueueAFreePermitIsStillTaken() {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 0, Duration.ZERO);

    for (int i = 0; i < 20; i++) {
      gated.open(1);
      assertThat(hasher.hash(password)).isEqualTo("hashed");
    }
  }

  @Test
  void aHasherThatFailsGivesItsPermitBack() {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 0, Duration.ZERO);
    gated.open(101);

    for (int i = 0; i < 50; i++) {
      assertThatExceptionOfType(UnusableHashException.class)
          .isThrownBy(() -> hasher.verify(password, "unusable"));
      assertThatExceptionOfType(OutOfMemoryError.class)
          .isThrownBy(() -> hasher.verify(password, "no memory"));
    }
    assertThat(hasher.hash(password)).isEqualTo("hashed");
  }

  @Test
  void anInterruptBeforeTheTurnIsOverloadAndStaysSet() {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 0, HOUR);

    for (int i = 0; i < 20; i++) {
      Thread.currentThread().interrupt();
      assertOverloaded(() -> hasher.hash(password), HOUR);
      assertThat(Thread.interrupted()).isTrue();
    }
    gated.open(1);
    assertThat(hasher.hash(password)).isEqualTo("hashed");
  }

  @Test
  void anInterruptWhileWaitingIsOverloadAndFreesThePlace() throws Exception {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 1, HOUR);
    FutureTask<?> first = call(() -> hasher.hash(password));
    awaitBlocked();
    for (int i = 0; i < 20; i++) {
      FutureTask<?> waiting =
          call(
              () -> {
                assertOverloaded(() -> hasher.hash(password), HOUR);
                return Thread.currentThread().isInterrupted();
              });
      awaitBlocked();
      started.get(started.size() - 1).interrupt();
      assertThat(waiting.get()).isEqualTo(true);
    }

    gated.open(1);
    assertThat(first.get()).isEqualTo("hashed");
  }

  @Test
  void whatDoesNotHashPassesFreely() throws Exception {
    BoundedHasher hasher = new BoundedHasher(gated, 1, 0, HOUR);
    FutureTask<?> hashing = call(() -> hasher.hash(password));
    awaitBlocked();

    assertThat(hasher.needsRehash("old")).isTrue();
    assertThat(hasher.needsRehash("hashed")).isFalse();
    assertThat(hasher.unmatchable()).isEqualTo("unmatchable");
    assertThat(hashing).isNotDone();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, PT0S, permits",
    "-1, 0, PT0S, permits",
    "1, -1, PT0S, maximumWaiting",
    "2, 2147483646, PT0S, maximumWaiting",
    "1, 0, PT-0.001S, waitLimit",
  })
  void numbersOutOfRangeAreRefused(int permits, int waiting, Duration limit, String parameter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BoundedHasher(gated, permits, waiting, limit))
        .withMessageStartingWith(parameter + " must");
  }

  @Test
  void theRetryTimeMustBePositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HashingOverloadedException("busy", Duration.ZERO))
        .withMessageStartingWith("retryAfter ");
  }

  @Test
  void nullNamesTheParameter() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new BoundedHasher(null, 1, 0, HOUR))
        .withMessage("hasher");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new BoundedHasher(gated, 1, 0, null))
        .withMessage("waitLimit");
  }

  private static void assertOverloaded(Callable<?> call, Duration retryAfter) {
    assertThatExceptionOfType(HashingOverloadedException.class)
        .isThrownBy(call::call)
        .satisfies(
            e -> assertThat(e.retryAfter()).isBetween(retryAfter, retryAfter.multipliedBy(2)));
  }

  private FutureTask<?> call(Callable<?> call) {
    FutureTask<?> task = new FutureTask<>(call);
    Thread thread = new Thread(task);
    started.add(thread);
    thread.start();
    return task;
  }

  /** Until one is at the gate, and every caller waits for its end or for a turn. */
  private void awaitBlocked() {
    awaitBlocked(1);
  }

  private void awaitBlocked(int atTheGate) {
    while (gated.running() < atTheGate) {
      Thread.onSpinWait();
    }
    for (Thread thread : started) {
      while (thread.getState() != Thread.State.WAITING
          && thread.getState() != Thread.State.TIMED_WAITING
          && thread.isAlive()) {
        Thread.onSpinWait();
      }
    }
  }
}
