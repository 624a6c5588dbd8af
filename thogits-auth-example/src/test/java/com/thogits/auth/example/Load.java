package com.thogits.auth.example;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that ask again as soon as they are answered, for a while. */
final class Load {
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(20);

  private Load() {}

  /** How many requests a second are answered to so many clients. */
  static double perSecond(int clients, Callable<?> request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      run(threads, clients, WARM_UP, request);
      long answered = run(threads, clients, MEASURED, request);
      return (double) answered / MEASURED.toSeconds();
    } finally {
      threads.shutdownNow();
    }
  }

  private static long run(
      ExecutorService threads, int clients, Duration duration, Callable<?> request)
      throws Exception {
    long end = System.nanoTime() + duration.toNanos();
    List<Future<Long>> running = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      running.add(threads.submit(() -> until(end, request)));
    }
    long answered = 0;
    for (Future<Long> client : running) {
      answered += client.get();
    }
    return answered;
  }

  private static long until(long end, Callable<?> request) throws Exception {
    long answered = 0;
    while (System.nanoTime() - end < 0) {
      request.call();
      answered++;
    }
    return answered;
  }
}
