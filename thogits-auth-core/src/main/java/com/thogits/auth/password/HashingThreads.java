package com.thogits.auth.password;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Platform threads to hash on. A call to a native library holds on to its thread; were that a
 * virtual one, it would hold up all the others as well.
 */
final class HashingThreads {
  private HashingThreads() {}

  /** At most {@code most} threads, started when there is work, each ended when idle so long. */
  static Executor create(int most, Duration idle) {
    AtomicLong number = new AtomicLong();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            most,
            most,
            TimeUnit.NANOSECONDS.convert(idle),
            TimeUnit.NANOSECONDS,
            new LinkedBlockingQueue<>(),
            work -> new HashingThread(work, number.incrementAndGet()));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
