package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UlidTest {
  private final Random random = new Random(42);

  @Test
  void writes26CharactersOfCrockfordBase32ThatItReadsBack() {
    for (int i = 0; i < 10_000; i++) {
      Ulid ulid = new Ulid(random.nextLong(), random.nextLong());

      assertThat(ulid.toString()).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
      assertThat(Ulid.parse(ulid.toString())).isEqualTo(ulid);
      assertThat(Ulid.parse(ulid.toString().toLowerCase(Locale.ROOT))).isEqualTo(ulid);
    }
  }

  @Test
  void holdsTheTimeInItsFirstTenCharacters() {
    // The example of the ULID specification.
    Instant time = Instant.ofEpochMilli(1_469_918_176_385L);

    assertThat(Ulid.create(time, random).toString()).startsWith("01ARYZ6S41");
  }

  @Test
  void sortsByTimeAsNumberAndAsText() {
    Ulid earlier = Ulid.create(Instant.ofEpochMilli(1_000), random);
    Ulid later = Ulid.create(Instant.ofEpochMilli(1_001), random);

    assertThat(earlier).isLessThan(later);
    assertThat(earlier.toString()).isLessThan(later.toString());
    assertThat(new Ulid(1, -1)).isGreaterThan(new Ulid(1, 1));
    assertThat(new Ulid(-1, 0)).isGreaterThan(new Ulid(1, 0));
  }

  @Test
  void isUniqueWithinAMillisecond() {
    Set<Ulid> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(Ulid.create(Instant.EPOCH, random))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01ARYZ6S41TSV4RRFFQ69G5FA",
        "01ARYZ6S41TSV4RRFFQ69G5FAVX",
        "81ARYZ6S41TSV4RRFFQ69G5FAV",
        "01ARYZ6S41TSV4RRFFQ69G5FAU",
        "01ARYZ6S41TSV4RRFFQ69G5FA-",
        "01ARYZ6S41TSV4RRFFQ69G5FAé"
      })
  void refusesAnythingElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Ulid.parse(text));
  }

  @Test
  void refusesTimesItCannotHold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ulid.create(Instant.ofEpochMilli(-1), random))
        .withMessageContaining("time");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ulid.create(Instant.ofEpochMilli(1L << 48), random));
  }
}
