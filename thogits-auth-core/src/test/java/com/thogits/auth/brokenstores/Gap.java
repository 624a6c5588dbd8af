package com.thogits.auth.brokenstores;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The gap between a check and the write that relies on it, held open until two threads are in it.
 * The thread that made the store runs the test and is never in a race.
 */
final class Gap {
  private static final long ALONE_MILLIS = 100;

  private final Thread test = Thread.currentThread();
  private final Exchanger<Thread> pairs = new Exchanger<>();

  void pass() {
    if (Thread.currentThread() == test) {
      return;
    }
    try {
      pairs.exchange(Thread.currentThread(), ALONE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException alone) {
      // No second one came: all others are done.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
