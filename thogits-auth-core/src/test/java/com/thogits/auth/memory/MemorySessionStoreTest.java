package com.thogits.auth.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.SessionStore;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import com.thogits.auth.contract.SessionStoreContract;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemorySessionStoreTest extends SessionStoreContract {

  @Override
  protected SessionStore emptyStore() {
    return new MemorySessionStore();
  }

  @Test
  void letsOneOfTwoReplaceEachOfVeryManySessions() {
    SessionStore store = emptyStore();
    store.insert(session(0));
    AtomicInteger newest = new AtomicInteger();

    long replaced =
        IntStream.range(0, 200_000)
            .parallel()
            .map(i -> newest.get())
            .filter(
                old -> {
                  boolean won = store.replace(token(old), session(old + 1));
                  if (won) {
                    newest.set(old + 1);
                  }
                  return won;
                })
            .count();

    assertThat(newest).hasValue(Math.toIntExact(replaced));
    assertThat(store.find(token(newest.get()))).isPresent();
  }

  @Test
  void losesNoneOfVeryManySessionsWhileOthersLookAndDelete() {
    SessionStore store = emptyStore();
    AtomicInteger deleted = new AtomicInteger();

    IntStream.range(0, 100_000)
        .parallel()
        .forEach(
            i -> {
              store.insert(session(i));
              if (i % 10 == 0) {
                assertThat(store.findByUser(new Ulid(0, 1))).doesNotContainNull();
              }
              if (i % 100 == 0) {
                deleted.addAndGet(store.deleteAll());
              }
            });

    int left = store.findByUser(new Ulid(0, 1)).size();
    assertThat(deleted.get() + left).isEqualTo(100_000);
    assertThat(store.deleteAll()).isEqualTo(left);
  }

  private static Session session(int number) {
    Instant time = Instant.EPOCH;
    return new Session(
        token(number),
        new Ulid(0, number),
        new Ulid(0, 1),
        Standing.FULL,
        false,
        1,
        time,
        time,
        time,
        time,
        "192.0.2.1",
        "");
  }

  private static TokenHash token(int number) {
    return new TokenHash(ByteBuffer.allocate(32).putInt(number).array());
  }
}
