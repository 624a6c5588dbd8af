package com.thogits.auth.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Lets many threads loose on one thing at the same moment. */
final class AtOnce {
  private static final long DEADLOCK_SECONDS = 120;

  private AtOnce() {}

  /** The answers of all threads, which are numbered from 0. The first failure is thrown. */
  static <T> List<T> call(int threads, IntFunction<T> call) throws Exception {
    if (threads == 1) {
      return List.of(call.apply(0));
    }
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        running.add(
            executor.submit(
                () -> {
                  start.await(DEADLOCK_SECONDS, TimeUnit.SECONDS);
                  return call.apply(number);
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get(DEADLOCK_SECONDS, TimeUnit.SECONDS));
      }
      return answers;
    } finally {
      executor.shutdownNow();
    }
  }
}
