package com.thogits.auth.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends many requests at the same moment. */
final class AtOnce {
  private AtOnce() {}

  /** The answers of so many calls that all start when the last of their threads is ready. */
  static List<TestReply> send(int requests, Callable<TestReply> call) {
    CyclicBarrier start = new CyclicBarrier(requests);
    ExecutorService threads = Executors.newFixedThreadPool(requests);
    try {
      List<Future<TestReply>> sent = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        sent.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<TestReply> replies = new ArrayList<>();
      for (Future<TestReply> reply : sent) {
        replies.add(reply.get());
      }
      return replies;
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      threads.shutdownNow();
    }
  }
}
