package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.Throttle.Verdict;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.memory.MemoryAttemptStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A wait begins when the store has answered, or a slow store would use it up. */
class SlowAttemptStoreTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00Z"));
  private final Throttle throttle = new Throttle(new SlowToFind(), clock);
  private Duration delay = Duration.ZERO;

  @Test
  void aWaitIsNotUsedUpByTheStore() {
    AttemptLimit oneIsFree =
        new AttemptLimit.GrowingWaits(1, Duration.ofHours(1), Duration.ofDays(30));
    delay = Duration.ofSeconds(5);
    assertThat(throttle.count("key", oneIsFree).admitted()).isTrue();
    delay = Duration.ZERO;

    Verdict next = throttle.count("key", oneIsFree);

    assertThat(next.admitted()).isFalse();
    assertThat(next.retryAfter()).isEqualTo(Duration.ofSeconds(1));
  }

  private final class SlowToFind implements AttemptStore {
    private final AttemptStore store = new MemoryAttemptStore();

    @Override
    public Optional<Attempts> find(String key) {
      Optional<Attempts> found = store.find(key);
      clock.advance(delay);
      return found;
    }

    @Override
    public boolean insert(String key, Attempts first) {
      return store.insert(key, first);
    }

    @Override
    public boolean replace(String key, Attempts seen, Attempts next) {
      return store.replace(key, seen, next);
    }

    @Override
    public void delete(String key) {
      store.delete(key);
    }

    @Override
    public int deleteExpired(Instant now) {
      return store.deleteExpired(now);
    }
  }
}
