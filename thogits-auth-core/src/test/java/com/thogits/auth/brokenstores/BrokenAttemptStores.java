package com.thogits.auth.brokenstores;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.Attempts;
import com.thogits.auth.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stores of counts that do not count right. */
// Steps that exclude nobody are the defect.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class BrokenAttemptStores {
  private BrokenAttemptStores() {}

  static Stream<Defect<AttemptStore>> all() {
    return Stream.of(insert(), replace(), deletions(), keys(), values())
        .flatMap(defects -> defects);
  }

  private static Stream<Defect<AttemptStore>> insert() {
    return Stream.of(
        new Defect<>(
            "insert overwrites",
            () ->
                new AttemptTable() {
                  @Override
                  public boolean insert(String key, Attempts first) {
                    gap.pass();
                    put(key, first);
                    return true;
                  }
                }),
        new Defect<>(
            "insert answers true though nothing was written",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized boolean insert(String key, Attempts first) {
                    super.insert(key, first);
                    return true;
                  }
                }),
        new Defect<>(
            "insert checks in one step and writes in another",
            () ->
                new AttemptTable() {
                  @Override
                  public boolean insert(String key, Attempts first) {
                    if (rows.containsKey(key)) {
                      return false;
                    }
                    gap.pass();
                    put(key, first);
                    return true;
                  }
                }),
        new Defect<>(
            "insert throws where it should answer false",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized boolean insert(String key, Attempts first) {
                    if (!super.insert(key, first)) {
                      throw new StoreException("That key is there already.");
                    }
                    return true;
                  }
                }),
        new Defect<>(
            "insert takes the place of a count that is over",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized boolean insert(String key, Attempts first) {
                    rows.values().removeIf(row -> isForgotten(row, Clock.systemUTC().instant()));
                    return super.insert(key, first);
                  }
                }));
  }

  private static Stream<Defect<AttemptStore>> replace() {
    return Stream.of(
        new Defect<>(
            "replace compares nothing",
            () ->
                new AttemptTable() {
                  @Override
                  public boolean replace(String key, Attempts seen, Attempts next) {
                    boolean there = rows.containsKey(key);
                    if (there) {
                      gap.pass();
                      put(key, next);
                    }
                    return there;
                  }
                }),
        new Defect<>(
            "replace compares the count alone",
            () ->
                new AttemptTable() {
                  @Override
                  boolean isSame(Attempts stored, Attempts seen) {
                    return stored.count() == seen.count();
                  }
                }),
        new Defect<>(
            "replace compares no time of the next try",
            () ->
                new AttemptTable() {
                  @Override
                  boolean isSame(Attempts stored, Attempts seen) {
                    return stored.count() == seen.count()
                        && stored.forgetAt().equals(seen.forgetAt());
                  }
                }),
        new Defect<>(
            "replace compares no time to be forgotten",
            () ->
                new AttemptTable() {
                  @Override
                  boolean isSame(Attempts stored, Attempts seen) {
                    return stored.count() == seen.count()
                        && stored.retryAt().equals(seen.retryAt());
                  }
                }),
        new Defect<>(
            "replace compares in one step and writes in another",
            () ->
                new AttemptTable() {
                  @Override
                  public boolean replace(String key, Attempts seen, Attempts next) {
                    if (!isStored(key, seen)) {
                      return false;
                    }
                    gap.pass();
                    put(key, next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace begins a count that is not there",
            () ->
                new AttemptTable() {
                  @Override
                  boolean isStored(String key, Attempts seen) {
                    return find(key).isEmpty() || super.isStored(key, seen);
                  }
                }),
        new Defect<>(
            "replace answers true though nothing was written",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized boolean replace(String key, Attempts seen, Attempts next) {
                    super.replace(key, seen, next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace notes nothing",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized boolean replace(String key, Attempts seen, Attempts next) {
                    return isStored(key, seen);
                  }
                }),
        new Defect<>(
            "replace answers false if nothing changes",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized boolean replace(String key, Attempts seen, Attempts next) {
                    return super.replace(key, seen, next) && !seen.equals(next);
                  }
                }),
        new Defect<>(
            "replace adds to the count that is there",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized boolean replace(String key, Attempts seen, Attempts next) {
                    return super.replace(
                        key, seen, new Attempts(seen.count() + 1, next.retryAt(), next.forgetAt()));
                  }
                }));
  }

  private static Stream<Defect<AttemptStore>> deletions() {
    return Stream.of(
        new Defect<>(
            "delete removes nothing",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized void delete(String key) {}
                }),
        new Defect<>(
            "delete throws where there is nothing",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized void delete(String key) {
                    if (rows.remove(key) == null) {
                      throw new StoreException("There is no such key.");
                    }
                  }
                }),
        new Defect<>(
            "delete removes every key",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized void delete(String key) {
                    rows.clear();
                  }
                }),
        new Defect<>(
            "delete comes between the steps of replace",
            () ->
                new AttemptTable() {
                  @Override
                  public boolean replace(String key, Attempts seen, Attempts next) {
                    if (!isStored(key, seen)) {
                      return false;
                    }
                    gap.pass();
                    gap.pass();
                    put(key, next);
                    return true;
                  }

                  @Override
                  public void delete(String key) {
                    gap.pass();
                    super.delete(key);
                    gap.pass();
                  }
                }),
        new Defect<>(
            "deleteExpired spares what ends at that very time",
            () ->
                new AttemptTable() {
                  @Override
                  boolean isForgotten(Attempts attempts, Instant now) {
                    return attempts.forgetAt().isBefore(now);
                  }
                }),
        new Defect<>(
            "deleteExpired takes what ends a millisecond later",
            () ->
                new AttemptTable() {
                  @Override
                  boolean isForgotten(Attempts attempts, Instant now) {
                    return super.isForgotten(attempts, now.plusMillis(1));
                  }
                }),
        new Defect<>(
            "deleteExpired goes by the time of the next try",
            () ->
                new AttemptTable() {
                  @Override
                  boolean isForgotten(Attempts attempts, Instant now) {
                    return !attempts.retryAt().isAfter(now);
                  }
                }),
        new Defect<>(
            "deleteExpired stops after one batch",
            () ->
                new AttemptTable() {
                  @Override
                  public synchronized int deleteExpired(Instant now) {
                    List<String> batch =
                        rows.keySet().stream()
                            .filter(key -> isForgotten(rows.get(key), now))
                            .limit(100)
                            .toList();
                    batch.forEach(rows::remove);
                    return batch.size();
                  }
                }),
        new Defect<>(
            "deleteExpired counts in one step and removes in another",
            () ->
                new AttemptTable() {
                  @Override
                  public int deleteExpired(Instant now) {
                    List<String> forgotten =
                        rows.entrySet().stream()
                            .filter(row -> isForgotten(row.getValue(), now))
                            .map(Map.Entry::getKey)
                            .toList();
                    gap.pass();
                    forgotten.forEach(rows::remove);
                    return forgotten.size();
                  }
                }),
        new Defect<>(
            "deleteExpired takes what was prolonged meanwhile",
            () ->
                new AttemptTable() {
                  @Override
                  public int deleteExpired(Instant now) {
                    List<String> forgotten =
                        rows.entrySet().stream()
                            .filter(row -> isForgotten(row.getValue(), now))
                            .map(Map.Entry::getKey)
                            .toList();
                    gap.pass();
                    gap.pass();
                    return (int) forgotten.stream().filter(key -> rows.remove(key) != null).count();
                  }

                  @Override
                  public boolean replace(String key, Attempts seen, Attempts next) {
                    gap.pass();
                    boolean replaced = super.replace(key, seen, next);
                    gap.pass();
                    return replaced;
                  }
                }));
  }

  private static Stream<Defect<AttemptStore>> keys() {
    return Stream.of(
        key("keys cut to 50 characters", key -> key.substring(0, Math.min(50, key.length()))),
        key("keys cut to 199 characters", key -> key.substring(0, Math.min(199, key.length()))),
        key("keys in lower case", key -> key.toLowerCase(Locale.ROOT)),
        key("keys stripped", String::strip));
  }

  private static Defect<AttemptStore> key(String name, UnaryOperator<String> change) {
    return new Defect<>(
        name,
        () ->
            new AttemptTable() {
              @Override
              String row(String key) {
                return change.apply(key);
              }
            });
  }

  private static Stream<Defect<AttemptStore>> values() {
    return Stream.concat(
        Stream.of(
            new Defect<>(
                "find remembers what it found",
                () ->
                    new AttemptTable() {
                      private final Map<String, Attempts> found = new HashMap<>();

                      @Override
                      public synchronized Optional<Attempts> find(String key) {
                        super.find(key).ifPresent(count -> found.putIfAbsent(key, count));
                        return Optional.ofNullable(found.get(key));
                      }
                    }),
            new Defect<>(
                "find hides what is over",
                () ->
                    new AttemptTable() {
                      @Override
                      public synchronized Optional<Attempts> find(String key) {
                        Instant now = Clock.systemUTC().instant();
                        return super.find(key).filter(count -> !isForgotten(count, now));
                      }
                    })),
        Stream.of(
                ValueDefect.TIMES_IN_THE_ZONE_OF_THE_JVM,
                ValueDefect.TIMES_CUT_TO_SECONDS,
                ValueDefect.TIMES_IN_32_BITS,
                ValueDefect.COUNTS_IN_16_BITS)
            .map(BrokenAttemptStores::keeping));
  }

  private static Defect<AttemptStore> keeping(ValueDefect defect) {
    return new Defect<>(
        defect.toString(),
        () ->
            new AttemptTable() {
              @Override
              Attempts written(Attempts attempts) {
                return defect.written(attempts);
              }

              @Override
              Attempts answered(Attempts row) {
                return defect.read(row);
              }
            });
  }
}
