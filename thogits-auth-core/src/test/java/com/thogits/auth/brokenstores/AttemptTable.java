package com.thogits.auth.brokenstores;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.Attempts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store without a defect, in steps that a subclass can leave out, change or take apart. */
class AttemptTable implements AttemptStore {
  final Map<String, Attempts> rows = new ConcurrentHashMap<>();
  final Gap gap = new Gap();

  @Override
  public synchronized Optional<Attempts> find(String key) {
    return Optional.ofNullable(rows.get(row(key))).map(this::answered);
  }

  @Override
  public synchronized boolean insert(String key, Attempts first) {
    return rows.putIfAbsent(row(key), written(first)) == null;
  }

  @Override
  public synchronized boolean replace(String key, Attempts seen, Attempts next) {
    if (!isStored(key, seen)) {
      return false;
    }
    put(key, next);
    return true;
  }

  @Override
  public synchronized void delete(String key) {
    rows.remove(row(key));
  }

  @Override
  public synchronized int deleteExpired(Instant now) {
    List<String> forgotten =
        rows.keySet().stream().filter(key -> isForgotten(answered(rows.get(key)), now)).toList();
    forgotten.forEach(rows::remove);
    return forgotten.size();
  }

  boolean isStored(String key, Attempts seen) {
    Attempts stored = rows.get(row(key));
    return stored != null && isSame(answered(stored), seen);
  }

  boolean isSame(Attempts stored, Attempts seen) {
    return stored.equals(seen);
  }

  boolean isForgotten(Attempts attempts, Instant now) {
    return !attempts.forgetAt().isAfter(now);
  }

  void put(String key, Attempts attempts) {
    rows.put(row(key), written(attempts));
  }

  /** Under what a count is kept. */
  String row(String key) {
    return key;
  }

  Attempts written(Attempts attempts) {
    return attempts;
  }

  Attempts answered(Attempts row) {
    return row;
  }
}
