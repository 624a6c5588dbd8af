package com.thogits.auth.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.Attempts;
import com.thogits.auth.contract.AttemptStoreContract;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryAttemptStoreTest extends AttemptStoreContract {

  @Override
  protected AttemptStore emptyStore() {
    return new MemoryAttemptStore();
  }

  @Test
  void letsOneOfVeryManyReplaceEachCount() {
    AttemptStore store = emptyStore();
    store.insert("key", count(0));

    long replaced =
        IntStream.range(0, 200_000)
            .parallel()
            .mapToObj(i -> store.find("key").orElseThrow())
            .filter(seen -> store.replace("key", seen, count(seen.count() + 1)))
            .count();

    assertThat(store.find("key")).contains(count(Math.toIntExact(replaced)));
  }

  @Test
  void neverForgetsWhatWasProlongedMeanwhile() {
    AttemptStore store = emptyStore();
    Attempts ended = count(1);
    Attempts prolonged = new Attempts(2, Instant.EPOCH, Instant.EPOCH.plusMillis(1));

    long lost =
        IntStream.range(0, 300_000)
            .parallel()
            .filter(
                i -> {
                  String key = "key " + i;
                  store.insert(key, ended);
                  boolean replaced = store.replace(key, ended, prolonged);
                  store.deleteExpired(Instant.EPOCH);
                  boolean found = store.find(key).isPresent();
                  store.delete(key);
                  return replaced && !found;
                })
            .count();

    assertThat(lost).isZero();
  }

  private static Attempts count(int count) {
    return new Attempts(count, Instant.EPOCH, Instant.EPOCH);
  }
}
