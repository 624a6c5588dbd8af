package com.thogits.auth.memory;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.Attempts;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps counts of attempts in memory until the process ends. */
public final class MemoryAttemptStore implements AttemptStore {
  private final ConcurrentMap<String, Attempts> counts = new ConcurrentHashMap<>();

  /** A store without counts. */
  public MemoryAttemptStore() {}

  @Override
  public Optional<Attempts> find(String key) {
    return Optional.ofNullable(counts.get(key));
  }

  @Override
  public boolean insert(String key, Attempts first) {
    return counts.putIfAbsent(key, first) == null;
  }

  @Override
  public boolean replace(String key, Attempts seen, Attempts next) {
    return counts.replace(key, seen, next);
  }

  @Override
  public void delete(String key) {
    counts.remove(key);
  }

  @Override
  public int deleteExpired(Instant now) {
    AtomicInteger removed = new AtomicInteger();
    counts.forEach(
        (key, count) -> {
          if (!count.forgetAt().isAfter(now) && counts.remove(key, count)) {
            removed.incrementAndGet();
          }
        });
    return removed.get();
  }
}
