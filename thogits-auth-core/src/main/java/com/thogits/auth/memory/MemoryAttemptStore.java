package com.thogits.auth.memory;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts attempts in memory until the process ends. Every call is one step under one lock. */
public final class MemoryAttemptStore implements AttemptStore {
  private final Map<String, Count> counts = new HashMap<>();

  /** A store without counts. */
  public MemoryAttemptStore() {}

  private record Count(int attempts, Instant expiresAt) {
    boolean isRunning(Instant now) {
      return expiresAt.isAfter(now);
    }
  }

  @Override
  public synchronized int increment(String key, Duration window, Instant now) {
    Count count = counts.get(key);
    Count next =
        count != null && count.isRunning(now)
            ? new Count(oneMore(count.attempts()), count.expiresAt())
            : new Count(1, now.plus(window));
    counts.put(key, next);
    return next.attempts();
  }

  /** Starting over at the largest number would let everybody in again. */
  private static int oneMore(int attempts) {
    if (attempts == Integer.MAX_VALUE) {
      throw new StoreException("A count of attempts is as high as it can be.");
    }
    return attempts + 1;
  }

  @Override
  public synchronized void reset(String key) {
    counts.remove(key);
  }

  @Override
  public synchronized int deleteExpired(Instant now) {
    int before = counts.size();
    counts.values().removeIf(count -> !count.isRunning(now));
    return before - counts.size();
  }
}
