package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Hashing has threads of its own: as many as may hash at once, while there is something to do. */
@Timeout(60)
class HashingThreadsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Password password = Password.of("correct horse");
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void release() {
    released.countDown();
  }

  @Test
  void aHashRunsOnADaemonThreadThatInheritsNothing() {
    InheritableThreadLocal<String> ofTheCaller = new InheritableThreadLocal<>();
    ofTheCaller.set("a secret of the request");
    List<Object> seen = new ArrayList<>();
    BoundedHasher hasher =
        hasher(
            1,
            HOUR,
            () -> {
              seen.add(Thread.currentThread().getName());
              seen.add(Thread.currentThread().isDaemon());
              seen.add(String.valueOf(ofTheCaller.get()));
              return "hashed";
            });

    assertThat(hasher.hash(password)).isEqualTo("hashed");

    assertThat(seen).containsExactly("thogits-hashing-1", true, "null");
    ofTheCaller.remove();
  }

  @Test
  void anIdleThreadEndsAndTheNextHashHasANewOne() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    BoundedHasher hasher = hasher(1, Duration.ofMillis(1), () -> noted(threads));

    for (int i = 0; i < 20; i++) {
      hasher.hash(password);
      for (Thread thread : threads) {
        thread.join();
      }
    }

    assertThat(threads).hasSize(20);
  }

  @Test
  void threadsThatEndLoseNoCallAndAreNeverMoreThanThePermits() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    BoundedHasher hasher =
        hasher(
            2,
            Duration.ofNanos(1),
            () -> {
              mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.onSpinWait();
              running.decrementAndGet();
              return "hashed";
            });
    List<FutureTask<?>> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(
          new FutureTask<>(
              () -> {
                for (int call = 0; call < 1000; call++) {
                  assertThat(hasher.hash(password)).isEqualTo("hashed");
                }
                return null;
              }));
    }
    callers.forEach(caller -> new Thread(caller).start());

    for (FutureTask<?> caller : callers) {
      caller.get();
    }
    assertThat(mostAtOnce.get()).isBetween(1, 2);
  }

  @Test
  void anInterruptWhileHashingChangesNothingButTheCallersFlag() throws Exception {
    CountDownLatch hashing = new CountDownLatch(1);
    BoundedHasher hasher =
        hasher(
            1,
            HOUR,
            () -> {
              hashing.countDown();
              await(released);
              return "hashed";
            });
    FutureTask<String> call =
        new FutureTask<>(
            () -> hasher.hash(password) + " " + Thread.currentThread().isInterrupted());
    Thread caller = new Thread(call);
    caller.start();
    hashing.await();

    caller.interrupt();
    released.countDown();

    assertThat(call.get()).isEqualTo("hashed true");
    assertThat(hasher.hash(password)).isEqualTo("hashed");
  }

  @Test
  void withoutAThreadItIsOverloadAndThePermitIsGivenBack() {
    BoundedHasher hasher =
        new BoundedHasher(
            hashing(() -> "hashed"),
            work -> {
              throw new OutOfMemoryError("unable to create native thread");
            },
            1,
            0,
            HOUR);

    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(HashingOverloadedException.class)
          .isThrownBy(() -> hasher.hash(password))
          .withMessageContaining("no thread")
          .satisfies(e -> assertThat(e.retryAfter()).isBetween(HOUR, HOUR.multipliedBy(2)));
    }
  }

  /** Work that never leaves its thread would hold up the carriers, were it theirs. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtualThreadsThatHashHoldUpNoOthers() throws Exception {
    int callers = 2 * Runtime.getRuntime().availableProcessors();
    AtomicInteger hashing = new AtomicInteger();
    BoundedHasher hasher =
        hasher(
            callers,
            HOUR,
            () -> {
              hashing.incrementAndGet();
              while (released.getCount() > 0) {
                Thread.onSpinWait();
              }
              return "hashed";
            });
    for (int i = 0; i < callers; i++) {
      startVirtualThread(() -> hasher.hash(password));
    }
    while (hashing.get() < callers) {
      Thread.sleep(1);
    }

    startVirtualThread(released::countDown).join();

    assertThat(released.getCount()).isZero();
  }

  private static BoundedHasher hasher(int permits, Duration idle, Supplier<String> hash) {
    return new BoundedHasher(
        hashing(hash), HashingThreads.create(permits, idle), permits, 100, HOUR);
  }

  private static PasswordHasher hashing(Supplier<String> hash) {
    return new PasswordHasher() {
      @Override
      public String hash(Password password) {
        return hash.get();
      }

      @Override
      public boolean verify(Password password, String encodedHash) {
        throw new AssertionError("not asked");
      }

      @Override
      public boolean needsRehash(String encodedHash) {
        throw new AssertionError("not asked");
      }

      @Override
      public String unmatchable() {
        throw new AssertionError("not asked");
      }
    };
  }

  private static String noted(Set<Thread> threads) {
    threads.add(Thread.currentThread());
    return "hashed";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread startVirtualThread(Runnable work) throws ReflectiveOperationException {
    return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
  }
}
