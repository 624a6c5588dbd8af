package com.thogits.auth.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.contract.AttemptStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryAttemptStoreTest extends AttemptStoreContract {

  @Override
  protected AttemptStore emptyStore() {
    return new MemoryAttemptStore();
  }

  @Test
  void givesNoTwoOfVeryManyTheSameNumber() {
    AttemptStore store = emptyStore();

    long different =
        IntStream.range(0, 200_000)
            .parallel()
            .map(i -> store.increment("key", Duration.ofDays(1), Instant.EPOCH))
            .distinct()
            .count();

    assertThat(different).isEqualTo(200_000);
  }
}
