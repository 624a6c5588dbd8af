package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged before a SIGKILL under load is there after the next start. */
class KillIT {
  private static final int ROUNDS = 5;
  private static final int CLIENTS = 6;

  private final HttpClient http = ApiClient.connections();
  private final Queue<TrackedAccount> accounts = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLost() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.listening(folder)) {
        assertNothingIsLost(server);
        killUnderLoad(server, round);
      }
    }
    try (ServerProcess server = ServerProcess.listening(folder)) {
      assertNothingIsLost(server);
    }
    assertThat(accounts).isNotEmpty();
  }

  private void killUnderLoad(ServerProcess server, int round) throws Exception {
    CountDownLatch untilTheKill = new CountDownLatch(60 + 30 * round);
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        String name = "round" + round + "client" + client;
        clients.add(threads.submit(() -> work(server.baseUrl(), name, untilTheKill)));
      }
      untilTheKill.await();
      server.kill();
      for (Future<?> client : clients) {
        client.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Void work(String baseUrl, String name, CountDownLatch untilTheKill) throws Exception {
    try {
      for (int i = 0; ; i++) {
        TrackedAccount account = new TrackedAccount(name + "number" + i + "@example.com");
        accounts.add(account);
        account.use(http, baseUrl, untilTheKill::countDown);
      }
    } catch (IOException killed) {
      return null;
    } finally {
      // Whatever ended this client, nobody waits for it in vain.
      while (untilTheKill.getCount() > 0) {
        untilTheKill.countDown();
      }
    }
  }

  private void assertNothingIsLost(ServerProcess server) throws Exception {
    List<String> lost = new ArrayList<>();
    for (TrackedAccount account : accounts) {
      account.addLossesTo(lost, http, server.baseUrl());
    }
    assertThat(lost).as("of %d accounts", accounts.size()).isEmpty();
  }
}
