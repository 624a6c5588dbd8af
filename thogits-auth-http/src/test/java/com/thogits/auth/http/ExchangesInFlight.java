package com.thogits.auth.http;

import java.time.Duration;

/** Counts the exchanges that are under way, so that none is looked at too early. */
final class ExchangesInFlight {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private int underWay;

  synchronized void begin() {
    underWay++;
  }

  synchronized void end() {
    underWay--;
    notifyAll();
  }

  /** Comes back when there are none. */
  synchronized void awaitNone() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (underWay > 0) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(underWay + " exchanges are still under way");
      }
      try {
        wait(left);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }
}
