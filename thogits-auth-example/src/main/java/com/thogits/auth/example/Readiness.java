package com.thogits.auth.example;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers. It is asked once at a time, and whoever wants to know meanwhile
 * shares that answer: while it hangs, questions take one connection and one thread in all.
 */
final class Readiness {
  private final DataSource database;
  private final Duration patience;
  private @Nullable CompletableFuture<Boolean> asking;

  /**
   * @param patience how long one caller waits before the answer is no
   */
  Readiness(DataSource database, Duration patience) {
    this.database = database;
    this.patience = patience;
  }

  boolean isReady() {
    try {
      return ask().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notReady) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized CompletableFuture<Boolean> ask() {
    if (asking == null) {
      CompletableFuture<Boolean> answer = new CompletableFuture<>();
      asking = answer;
      Thread thread = new Thread(() -> answer(answer), "readiness");
      thread.setDaemon(true);
      thread.start();
    }
    return asking;
  }

  private void answer(CompletableFuture<Boolean> answer) {
    boolean ready = answers();
    forget();
    answer.complete(ready);
  }

  private synchronized void forget() {
    asking = null;
  }

  private boolean answers() {
    // A statement: a connection to an H2 database that closed itself calls itself valid.
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    } catch (SQLException | RuntimeException e) {
      return false;
    }
  }
}
