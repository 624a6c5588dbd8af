package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes under load, of which one is killed, or the PostgreSQL below them: what was acknowledged
 * is there afterwards, what may happen once has happened once.
 */
class NodesKillIT {
  private static final int ROUNDS = Integer.getInteger("thogits.kills", 3);
  private static final int CLIENTS = 4;

  /** A token that no session has; a node has to ask the database to know. */
  private static final String UNKNOWN_SESSION = "__Host-thogits_session=" + "A".repeat(43);

  private static final String DUPLICATES =
      "SELECT canonical_email FROM thogits_user GROUP BY canonical_email HAVING count(*) > 1";

  private final HttpClient http = ApiClient.connections();
  private final List<AccountRecord> everyone = new ArrayList<>();
  private PostgresServer postgres;
  private DatabaseReader database;
  private Nodes nodes;

  @TempDir Path folder;

  @BeforeEach
  void startTwo() throws Exception {
    postgres = PostgresServer.started(folder.resolve("postgres"));
    database = new DatabaseReader(postgres.jdbcUrl(), postgres.user());
    nodes =
        Nodes.start(
            2,
            folder,
            database,
            "--login-failures-per-address=1000000",
            "--registrations-per-address=1000000");
  }

  @AfterEach
  void stopAll() throws Exception {
    nodes.close();
    postgres.close();
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingHappensTwice() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<AccountRecord> accounts = killUnderLoad(round);
      awaitNodes();
      assertThat(problems(accounts)).as("round %d, %d accounts", round, accounts.size()).isEmpty();
      everyone.addAll(accounts);
    }
    assertThat(lost(everyone)).as("of %d accounts", everyone.size()).isEmpty();
    assertThat(everyone).filteredOn(AccountRecord::isTotpConfirmed).isNotEmpty();
  }

  private List<AccountRecord> killUnderLoad(int round) throws Exception {
    CountDownLatch untilTheKill = new CountDownLatch(30 + 11 * round % 40);
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<List<AccountRecord>>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        String name = "round" + round + "client" + client;
        clients.add(threads.submit(() -> work(name, untilTheKill)));
      }
      untilTheKill.await();
      kill(round);
      List<AccountRecord> accounts = new ArrayList<>();
      for (Future<List<AccountRecord>> client : clients) {
        accounts.addAll(client.get());
      }
      revive(round);
      return accounts;
    } finally {
      threads.shutdownNow();
    }
  }

  /** One node, the other node, the database, in turn. */
  private void kill(int round) throws Exception {
    int victim = round % (nodes.count() + 1);
    if (victim < nodes.count()) {
      nodes.get(victim).kill();
    } else {
      postgres.kill();
    }
  }

  private void revive(int round) throws Exception {
    int victim = round % (nodes.count() + 1);
    if (victim < nodes.count()) {
      nodes.startAgain(victim);
    } else {
      postgres.start();
    }
  }

  private List<AccountRecord> work(String name, CountDownLatch untilTheKill) throws Exception {
    List<String> baseUrls = List.of(nodes.baseUrl(0), nodes.baseUrl(1));
    List<AccountRecord> accounts = new ArrayList<>();
    try {
      for (int i = 0; ; i++) {
        AccountRecord account = new AccountRecord(name + "number" + i + "@example.com");
        accounts.add(account);
        new AccountUnderLoad(http, baseUrls, account, untilTheKill::countDown).use();
      }
    } catch (NotAcknowledgedException killed) {
      return accounts;
    } finally {
      // Whatever ended this client, nobody waits for it in vain.
      while (untilTheKill.getCount() > 0) {
        untilTheKill.countDown();
      }
    }
  }

  /** A node finds the database again by itself. */
  private void awaitNodes() throws Exception {
    for (int node = 0; node < nodes.count(); node++) {
      ApiClient stranger = new ApiClient(http, nodes.baseUrl(node), UNKNOWN_SESSION);
      long deadline = System.nanoTime() + 60_000_000_000L;
      while (stranger.get("/api/auth/me").status() != 401) {
        assertThat(System.nanoTime()).as("the node is back").isLessThan(deadline);
        Thread.sleep(20);
      }
    }
  }

  private List<String> lost(List<AccountRecord> accounts) throws Exception {
    List<String> lost = new ArrayList<>();
    for (AccountRecord account : accounts) {
      lost.addAll(AccountCheck.inDatabase(account, database));
    }
    return lost;
  }

  private List<String> problems(List<AccountRecord> accounts) throws Exception {
    List<String> problems = lost(accounts);
    List<Callable<List<String>>> logins = new ArrayList<>();
    for (int node = 0; node < nodes.count(); node++) {
      int offset = node;
      logins.add(() -> byLogin(accounts, offset));
    }
    AtOnce.all(logins).forEach(problems::addAll);
    // Without the index, which is what a duplicate would have got past.
    for (List<Object> row : database.withoutIndexes().rows(DUPLICATES)) {
      problems.add(row.get(0) + " is there twice");
    }
    return problems;
  }

  /** Each node takes every other account. */
  private List<String> byLogin(List<AccountRecord> accounts, int node) throws Exception {
    List<String> problems = new ArrayList<>();
    for (int i = node; i < accounts.size(); i += nodes.count()) {
      problems.addAll(AccountCheck.byLogin(accounts.get(i), http, nodes.baseUrl(node)));
    }
    return problems;
  }
}
