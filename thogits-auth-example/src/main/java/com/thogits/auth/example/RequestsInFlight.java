package com.thogits.auth.example;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;

/**
 * Counts the requests that are being answered, so that a stop waits for them and not a moment
 * longer. Once told to, it lets no more in: their connections are closed unanswered.
 */
final class RequestsInFlight extends Filter {
  private int count;
  private boolean refusing;

  @Override
  public String description() {
    return "counts requests in flight";
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    if (!enter()) {
      exchange.close();
      return;
    }
    try {
      chain.doFilter(exchange);
    } finally {
      leave();
    }
  }

  synchronized void refuseNew() {
    refusing = true;
  }

  /** Waits until none is left or the patience is over. */
  synchronized void awaitNone(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (count > 0) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return;
      }
      wait(left / 1_000_000 + 1);
    }
  }

  private synchronized boolean enter() {
    if (refusing) {
      return false;
    }
    count++;
    return true;
  }

  private synchronized void leave() {
    count--;
    notifyAll();
  }
}
