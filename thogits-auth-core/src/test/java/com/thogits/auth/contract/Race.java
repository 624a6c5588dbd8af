package com.thogits.auth.contract;

import com.thogits.auth.AuthException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets competitors start at once, each in a thread of its own. */
final class Race {
  private Race() {}

  /** The outcomes in the order of the competitors; a failure that is no refusal fails the race. */
  static <T> List<Outcome<T>> of(int competitors, IntFunction<T> competitor) {
    ExecutorService threads = Executors.newFixedThreadPool(competitors);
    try {
      CyclicBarrier start = new CyclicBarrier(competitors);
      List<Future<Outcome<T>>> runs =
          IntStream.range(0, competitors)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return outcome(competitor, i);
                          }))
              .toList();
      return runs.stream().map(Race::get).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Outcome<T> outcome(IntFunction<T> competitor, int index) {
    try {
      return new Outcome<>(competitor.apply(index), null);
    } catch (AuthException refused) {
      return new Outcome<>(null, refused.error());
    }
  }

  private static <T> T get(Future<T> run) {
    try {
      return run.get();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
