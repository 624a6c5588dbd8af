package com.thogits.auth.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.Email;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import com.thogits.auth.contract.UserStoreContract;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryUserStoreTest extends UserStoreContract {

  @Override
  protected UserStore emptyStore() {
    return new MemoryUserStore();
  }

  @Test
  void letsOneOfTwoHaveEachOfVeryManyEmails() {
    UserStore store = emptyStore();

    // The first half and the second half of the range run side by side.
    long inserted =
        IntStream.range(0, 100_000)
            .parallel()
            .filter(i -> store.insert(user(i, i % 50_000 + "@example.org", 1)))
            .count();

    assertThat(inserted).isEqualTo(50_000);
  }

  @Test
  void letsOneOfVeryManyReplaceEachVersion() {
    UserStore store = emptyStore();
    store.insert(user(1, "ann@example.org", 1));

    long replaced =
        IntStream.range(0, 200_000)
            .parallel()
            .mapToLong(i -> store.findById(new Ulid(0, 1)).orElseThrow().version() + 1)
            .filter(next -> store.replace(user(1, "ann@example.org", next)))
            .count();

    assertThat(store.findById(new Ulid(0, 1)).map(User::version)).contains(replaced + 1);
  }

  @Test
  void letsOneOfTwoDeleteEachOfVeryManyAccounts() {
    UserStore store = emptyStore();
    for (int i = 0; i < 50_000; i++) {
      store.insert(user(i, i + "@example.org", 1));
    }

    long deleted =
        IntStream.range(0, 100_000)
            .parallel()
            .filter(i -> store.delete(user(i % 50_000, i % 50_000 + "@example.org", 1)))
            .count();

    assertThat(deleted).isEqualTo(50_000);
  }

  private static User user(long number, String address, long version) {
    return new User(
        new Ulid(0, number),
        Email.parse(address).orElseThrow(),
        "hash",
        false,
        null,
        Instant.EPOCH,
        List.of(),
        TotpEnrolment.NONE,
        1,
        version);
  }
}
