package com.thogits.auth.example;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that log in, one account after the other, each from an address of its own as a proxy
 * tells it. Who is sent away comes back when the answer says so.
 */
final class LoginStorm {
  private static final int ADDRESSES_A_NETWORK = 250;

  private final HttpClient http = ApiClient.connections();
  private final String baseUrl;
  private final int accounts;
  private final ExecutorService threads;
  private final List<Future<?>> clients = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger nextAccount = new AtomicInteger();
  private final AtomicLong admitted = new AtomicLong();
  private final AtomicLong sentAway = new AtomicLong();

  private LoginStorm(String baseUrl, int accounts, int clients) {
    this.baseUrl = baseUrl;
    this.accounts = accounts;
    this.threads = Executors.newFixedThreadPool(clients);
  }

  /** They begin at once and go on until {@link #end}. */
  static LoginStorm begin(String baseUrl, int accounts, int clients) {
    LoginStorm storm = new LoginStorm(baseUrl, accounts, clients);
    for (int client = 0; client < clients; client++) {
      String address = address(client);
      storm.clients.add(storm.threads.submit(() -> storm.keepLoggingIn(address)));
    }
    storm.threads.shutdown();
    return storm;
  }

  /** What was answered until now. */
  Answers answers() {
    return new Answers(admitted.get(), sentAway.get());
  }

  private Void keepLoggingIn(String address) throws Exception {
    long pause = 0;
    while (!over.await(pause, TimeUnit.SECONDS)) {
      HttpResponse<String> answer = login(address);
      if (answer.statusCode() == 200) {
        admitted.incrementAndGet();
        pause = 0;
      } else {
        pause = retryAfter(answer);
        sentAway.incrementAndGet();
      }
    }
    return null;
  }

  /** A browser that was never here: it brings no cookie. */
  private HttpResponse<String> login(String address) throws Exception {
    String email = ImportedAccounts.email(nextAccount.getAndIncrement() % accounts);
    return new ApiClient(http, baseUrl)
        .with("X-Forwarded-For", address)
        .login(email, ImportedAccounts.CHOSEN)
        .response();
  }

  private static long retryAfter(HttpResponse<String> answer) {
    String seconds = answer.headers().firstValue("Retry-After").orElse("");
    if ((answer.statusCode() != 429 && answer.statusCode() != 503)
        || !seconds.matches("[1-9][0-9]{0,3}")) {
      throw new AssertionError(
          answer.statusCode() + ", Retry-After \"" + seconds + "\": " + answer.body());
    }
    return Long.parseLong(seconds);
  }

  /** Of the networks that are set aside for benchmarks (RFC 2544). */
  private static String address(int client) {
    return "198.18." + client / ADDRESSES_A_NETWORK + "." + (client % ADDRESSES_A_NETWORK + 1);
  }

  /** Waits for the last answers, and fails if one of all was neither a login nor a refusal. */
  void end() throws Exception {
    over.countDown();
    for (Future<?> client : clients) {
      client.get();
    }
  }

  /** Counts of answers. */
  record Answers(long admitted, long sentAway) {
    Answers since(Answers before) {
      return new Answers(admitted - before.admitted, sentAway - before.sentAway);
    }

    double shareSentAway() {
      return (double) sentAway / Math.max(1, admitted + sentAway);
    }
  }
}
