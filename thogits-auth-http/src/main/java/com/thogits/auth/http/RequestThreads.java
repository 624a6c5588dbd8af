package com.thogits.auth.http;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A thread for every request in work. */
final class RequestThreads {
  /** The JDK's server reads inside {@code synchronized}; before 24 that pins a virtual thread. */
  private static final int FIRST_JDK_WITHOUT_PINNING = 24;

  private static final int MOST_PLATFORM_THREADS = 1024;
  private static final long IDLE_SECONDS = 30;

  private RequestThreads() {}

  static Executor create() {
    return Runtime.version().feature() >= FIRST_JDK_WITHOUT_PINNING ? virtual() : platform();
  }

  private static Executor virtual() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException | ClassCastException unexpected) {
      return platform();
    }
  }

  /** Grows to its most before anything waits, which a plain pool with a queue never does. */
  static Executor platform() {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        MOST_PLATFORM_THREADS,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new IdleThreadsFirst(),
        task -> {
          Thread thread = new Thread(task, "thogits-http-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        },
        RequestThreads::await);
  }

  private static void await(Runnable task, ThreadPoolExecutor pool) {
    if (pool.isShutdown()) {
      throw new RejectedExecutionException();
    }
    pool.getQueue().add(task);
  }

  /** Takes a task only if an idle thread waits for it, so that the pool makes a new one else. */
  private static final class IdleThreadsFirst extends LinkedTransferQueue<Runnable> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }
  }
}
