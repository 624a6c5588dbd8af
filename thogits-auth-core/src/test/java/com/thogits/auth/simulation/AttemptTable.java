package com.thogits.auth.simulation;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.Attempts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The counts as they are. */
class AttemptTable implements AttemptStore {
  final Map<String, Attempts> byKey = new LinkedHashMap<>();

  @Override
  public Optional<Attempts> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  @Override
  public boolean insert(String key, Attempts first) {
    return byKey.putIfAbsent(key, first) == null;
  }

  @Override
  public boolean replace(String key, Attempts seen, Attempts next) {
    return byKey.replace(key, seen, next);
  }

  @Override
  public void delete(String key) {
    byKey.remove(key);
  }

  @Override
  public int deleteExpired(Instant now) {
    int before = byKey.size();
    byKey.values().removeIf(count -> !count.forgetAt().isAfter(now));
    return before - byKey.size();
  }
}
