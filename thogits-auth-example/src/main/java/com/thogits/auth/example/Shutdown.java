package com.thogits.auth.example;

import java.time.Duration;

/**
 * What happens when the process is told to end: no new requests, those in flight are answered, the
 * log and database are closed. If something hangs, the process ends all the same.
 */
final class Shutdown {
  private static final Duration FOR_REQUESTS = Duration.ofSeconds(7);
  private static final Duration FOR_EVERYTHING = Duration.ofSeconds(9);

  private final Server server;
  private final SessionCleaning cleaning;
  private final Accounts accounts;

  Shutdown(Server server, SessionCleaning cleaning, Accounts accounts) {
    this.server = server;
    this.cleaning = cleaning;
    this.accounts = accounts;
  }

  /** From now on SIGTERM and SIGINT end the process in good order. */
  void onSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "shutdown"));
  }

  private void run() {
    Thread ending = new Thread(this::end, "ending");
    ending.setDaemon(true);
    ending.start();
    try {
      ending.join(FOR_EVERYTHING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    try {
      server.stop(FOR_REQUESTS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cleaning.close();
    accounts.close();
  }
}
