package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node may go, in good order or not: the other one carries on. */
class NodeLossIT {
  private static final String PASSWORD = "horse-battery-9";
  private static final String REPLACEMENT = "new-horse-battery-9";
  private static final int CLIENTS = 3;
  private static final int CHANGES = 8;

  /** Enough to see that requests are answered, by hand of whatever node is up. */
  private static final int SEVERAL = 30;

  private final HttpClient http = ApiClient.connections();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private PostgresServer postgres;
  private Nodes nodes;

  @TempDir Path folder;

  @BeforeEach
  void startTwo() throws Exception {
    postgres = PostgresServer.started(folder.resolve("postgres"));
    DatabaseReader database = new DatabaseReader(postgres.jdbcUrl(), postgres.user());
    nodes = Nodes.start(2, folder, database);
  }

  @AfterEach
  void stopAll() throws Exception {
    nodes.close();
    postgres.close();
  }

  @Test
  void aRollingRestartLosesNoSessionAndRefusesNoRequest() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Void>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        String email = "user" + i + "@example.com";
        clients.add(threads.submit(() -> useUntilTheEnd(email)));
      }
      for (int node = 0; node < nodes.count(); node++) {
        awaitAnswers(SEVERAL);
        nodes.get(node).stop();
        awaitAnswers(SEVERAL);
        nodes.startAgain(node);
      }
      awaitAnswers(SEVERAL);
      over.set(true);
      for (Future<Void> client : clients) {
        client.get();
      }
    } finally {
      over.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  void aNodeKilledInTheMiddleOfRequestsHarmsNobodyElse() throws Exception {
    List<ApiClient> callers = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      ApiClient caller = new ApiClient(http, nodes.baseUrl(0));
      assertThat(caller.register(email(i), PASSWORD).status()).isEqualTo(200);
      callers.add(caller);
    }
    CountDownLatch first = new CountDownLatch(1);
    List<Future<Answer>> changes = changePasswords(callers, first);
    first.await();
    nodes.get(0).kill();

    int unanswered = 0;
    for (int i = 0; i < CHANGES; i++) {
      boolean acknowledged = isAcknowledged(changes.get(i));
      unanswered += acknowledged ? 0 : 1;
      assertOnePasswordOpens(email(i), acknowledged);
    }
    assertThat(unanswered).as("changes that the kill met").isPositive();
    nodes.startAgain(0);
    for (int i = 0; i < CHANGES; i++) {
      ApiClient caller = new ApiClient(http, nodes.baseUrl(0), callers.get(i).cookie());
      if (isAcknowledged(changes.get(i))) {
        assertThat(caller.get("/api/auth/me").status()).isEqualTo(200);
      }
    }
  }

  private Void useUntilTheEnd(String email) throws Exception {
    List<String> baseUrls = List.of(nodes.baseUrl(0), nodes.baseUrl(1));
    FailoverClient client = new FailoverClient(http, baseUrls);
    FailoverClient elsewhere = new FailoverClient(http, baseUrls);
    assertThat(client.ask(api -> api.register(email, PASSWORD)).status()).isEqualTo(200);
    for (int i = 0; !over.get(); i++) {
      String name = "Name " + i;
      Answer renamed = client.ask(api -> api.rename(name));
      assertThat(renamed.status()).as(renamed.response().body()).isEqualTo(200);
      Answer me = client.ask(api -> api.get("/api/auth/me"));
      assertThat(me.status()).as(me.response().body()).isEqualTo(200);
      assertThat(me.json().path("display_name").asText()).isEqualTo(name);
      assertThat(elsewhere.ask(api -> api.login(email, PASSWORD)).status()).isEqualTo(200);
      answered.addAndGet(3);
    }
    return null;
  }

  /** Fails with a client's failure rather than wait for it. */
  private void awaitAnswers(int more) throws InterruptedException {
    int until = answered.get() + more;
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (answered.get() < until) {
      assertThat(System.nanoTime()).as("requests are answered").isLessThan(deadline);
      Thread.sleep(5);
    }
  }

  private static List<Future<Answer>> changePasswords(
      List<ApiClient> callers, CountDownLatch first) {
    List<Callable<Answer>> changes = new ArrayList<>();
    for (ApiClient caller : callers) {
      changes.add(
          () -> {
            try {
              return caller.send(
                  "POST",
                  "/api/auth/password",
                  Map.of("current_password", PASSWORD, "new_password", REPLACEMENT));
            } finally {
              first.countDown();
            }
          });
    }
    return AtOnce.start(changes);
  }

  private static boolean isAcknowledged(Future<Answer> change) throws InterruptedException {
    try {
      assertThat(change.get().status()).isEqualTo(200);
      return true;
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(IOException.class);
      return false;
    }
  }

  private void assertOnePasswordOpens(String email, boolean acknowledged) throws Exception {
    ApiClient other = new ApiClient(http, nodes.baseUrl(1));
    int withNew = other.login(email, REPLACEMENT).status();
    int withOld = new ApiClient(http, nodes.baseUrl(1)).login(email, PASSWORD).status();
    assertThat(List.of(withNew, withOld)).containsExactlyInAnyOrder(200, 401);
    if (acknowledged) {
      assertThat(withNew).isEqualTo(200);
    }
  }

  private static String email(int i) {
    return "user" + i + "@example.com";
  }
}
