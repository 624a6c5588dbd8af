package com.thogits.auth.example;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that begin at the same moment, each on a thread of its own. */
final class AtOnce {
  private AtOnce() {}

  /** What each returned, in their order; fails as the first of them fails. */
  static <T> List<T> all(List<Callable<T>> calls) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> one : start(calls)) {
      try {
        results.add(one.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
    return results;
  }

  /** What each will return. */
  static <T> List<Future<T>> start(List<Callable<T>> calls) {
    CyclicBarrier together = new CyclicBarrier(calls.size());
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      return calls.stream()
          .map(
              call ->
                  threads.submit(
                      () -> {
                        together.await();
                        return call.call();
                      }))
          .toList();
    } finally {
      threads.shutdown();
    }
  }
}
