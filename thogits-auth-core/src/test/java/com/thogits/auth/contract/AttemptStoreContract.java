package com.thogits.auth.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.Attempts;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link AttemptStore} does. */
public abstract class AttemptStoreContract {
  private static final Instant NOW = Instant.parse("2024-10-27T00:59:59.999Z");
  private static final Instant RETRY = NOW.plusMillis(1);
  private static final Instant END = NOW.plusSeconds(600);
  private static final Instant FAR = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final Attempts ONE = count(1);
  private static final Attempts TWO = count(2);

  private AttemptStore store;

  /** For subclasses. */
  protected AttemptStoreContract() {}

  /** A store that holds no count; asked for once before each test. */
  protected abstract AttemptStore emptyStore();

  @BeforeEach
  void createStore() {
    store = emptyStore();
  }

  @Test
  void findsNothingInAnEmptyStore() {
    assertThat(store.find("key")).isEmpty();
    assertThat(store.replace("key", ONE, TWO)).isFalse();
    assertThat(store.find("key")).isEmpty();
    store.delete("key");
    assertThat(store.deleteExpired(FAR)).isZero();
  }

  @ParameterizedTest
  @MethodSource("counts")
  void keepsEveryField(Attempts attempts) {
    assertThat(store.insert("key", attempts)).isTrue();

    assertThat(store.find("key")).contains(attempts);
  }

  @ParameterizedTest
  @MethodSource("counts")
  void replacesEveryField(Attempts attempts) {
    store.insert("key", TWO);

    assertThat(store.replace("key", TWO, attempts)).isTrue();
    assertThat(store.find("key")).contains(attempts);

    assertThat(store.replace("key", attempts, TWO)).isTrue();
    assertThat(store.find("key")).contains(TWO);
  }

  static Stream<Attempts> counts() {
    return Stream.of(
        ONE,
        new Attempts(0, Instant.EPOCH, Instant.EPOCH),
        new Attempts(Integer.MAX_VALUE, FAR, FAR),
        new Attempts(3, END, NOW),
        new Attempts(7, Instant.EPOCH, Instant.parse("2024-11-03T04:30:00.123Z")));
  }

  @Test
  void keepsEachKeyApart() {
    List<String> keys =
        List.of(
            "key",
            "Key",
            "key ",
            "",
            "%",
            "_",
            "?",
            "' OR '1'='1",
            "'; DROP TABLE thogits_attempt; --",
            IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(joining()),
            "k".repeat(199) + "1",
            "k".repeat(199) + "2");
    for (int i = 0; i < keys.size(); i++) {
      assertThat(store.find(keys.get(i))).as(keys.get(i)).isEmpty();
      assertThat(store.insert(keys.get(i), count(i))).as(keys.get(i)).isTrue();
    }
    for (int i = 0; i < keys.size(); i++) {
      assertThat(store.replace(keys.get(i), count(i), count(100 + i))).as(keys.get(i)).isTrue();
    }
    for (int i = 0; i < keys.size(); i++) {
      assertThat(store.find(keys.get(i))).as(keys.get(i)).contains(count(100 + i));
      store.delete(keys.get(i));
      assertThat(store.find(keys.get(i))).as(keys.get(i)).isEmpty();
    }
  }

  @Test
  void neitherJudgesNorForgetsByItself() {
    Attempts over = new Attempts(1, Instant.EPOCH, Instant.EPOCH);
    store.insert("key", over);

    assertThat(store.insert("key", ONE)).isFalse();
    assertThat(store.find("key")).contains(over);
    assertThat(store.replace("key", over, ONE)).isTrue();
  }

  @Test
  void beginsNoCountThatIsThere() {
    store.insert("key", ONE);

    assertThat(store.insert("key", TWO)).isFalse();
    assertThat(store.insert("key", ONE)).isFalse();

    assertThat(store.find("key")).contains(ONE);
  }

  @ParameterizedTest
  @MethodSource("othersThanOne")
  void replacesNoOtherCountThanTheOneSeen(Attempts seen) {
    store.insert("key", ONE);

    assertThat(store.replace("key", seen, count(9))).isFalse();

    assertThat(store.find("key")).contains(ONE);
  }

  static Stream<Attempts> othersThanOne() {
    return Stream.of(
        TWO,
        count(0),
        new Attempts(1, RETRY.plusMillis(1), END),
        new Attempts(1, RETRY.minusMillis(1), END),
        new Attempts(1, RETRY, END.plusMillis(1)),
        new Attempts(1, RETRY, END.minusMillis(1)),
        new Attempts(1, END, RETRY));
  }

  @Test
  void replacesACountByAnEqualOne() {
    store.insert("key", ONE);

    assertThat(store.replace("key", ONE, ONE)).isTrue();

    assertThat(store.find("key")).contains(ONE);
  }

  @Test
  void replacesNoCountThatWasDeleted() {
    store.insert("key", ONE);
    store.delete("key");

    assertThat(store.replace("key", ONE, TWO)).isFalse();

    assertThat(store.find("key")).isEmpty();
    assertThat(store.insert("key", TWO)).isTrue();
  }

  @Test
  void deletesOneCountAlone() {
    store.insert("key", ONE);
    store.insert("other", TWO);

    store.delete("key");
    store.delete("key");

    assertThat(store.find("key")).isEmpty();
    assertThat(store.find("other")).contains(TWO);
  }

  @Test
  void deletesWhatIsToBeForgottenAtThatTimeOrBefore() {
    store.insert("ended", new Attempts(1, FAR, END.minusMillis(1)));
    store.insert("ending", new Attempts(1, FAR, END));
    store.insert("running", new Attempts(1, Instant.EPOCH, END.plusMillis(1)));

    assertThat(store.deleteExpired(END)).isEqualTo(2);

    assertThat(store.deleteExpired(END)).isZero();
    assertThat(store.find("ended")).isEmpty();
    assertThat(store.find("ending")).isEmpty();
    assertThat(store.find("running")).isPresent();
  }

  @Test
  void deletesHoweverManyAreToBeForgotten() {
    for (int i = 0; i < 250; i++) {
      store.insert("key " + i, ONE);
    }

    assertThat(store.deleteExpired(END)).isEqualTo(250);

    assertThat(store.deleteExpired(FAR)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"UTC, Pacific/Apia", "America/St_Johns, Europe/Berlin", "Asia/Kathmandu, UTC"})
  void comparesTimesTheSameInEveryTimeZone(String writer, String reader) {
    JvmDefaults.inZone(writer, () -> store.insert("key", ONE));

    assertThat(JvmDefaults.inZone(reader, () -> store.find("key"))).contains(ONE);
    assertThat(JvmDefaults.inZone(reader, () -> store.replace("key", ONE, TWO))).isTrue();
    assertThat(JvmDefaults.inZone(reader, () -> store.deleteExpired(END.minusMillis(1)))).isZero();
    assertThat(JvmDefaults.inZone(reader, () -> store.deleteExpired(END))).isOne();
  }

  @Test
  void letsOneOfManyBeginACount() throws Exception {
    List<Boolean> inserted = AtOnce.call(40, i -> store.insert("key", count(i)));

    assertThat(inserted).containsOnlyOnce(true);
    assertThat(store.find("key")).contains(count(inserted.indexOf(true)));
  }

  @Test
  void letsOneOfManyReplaceWhatAllHaveSeen() throws Exception {
    store.insert("key", ONE);

    List<Boolean> replaced = AtOnce.call(40, i -> store.replace("key", ONE, count(100 + i)));

    assertThat(replaced).containsOnlyOnce(true);
    assertThat(store.find("key")).contains(count(100 + replaced.indexOf(true)));
  }

  @Test
  void letsOneOfManyReplaceWhatDiffersInItsTimesAlone() throws Exception {
    store.insert("key", ONE);

    List<Boolean> replaced =
        AtOnce.call(
            40, i -> store.replace("key", ONE, new Attempts(1, RETRY.plusMillis(1 + i), END)));

    assertThat(replaced).containsOnlyOnce(true);
    assertThat(store.find("key"))
        .contains(new Attempts(1, RETRY.plusMillis(1 + replaced.indexOf(true)), END));
  }

  @Test
  void losesNoAttemptOfManyThatTryAgain() throws Exception {
    List<Integer> numbers = AtOnce.call(40, i -> countOne("key"));

    assertThat(numbers).containsExactlyInAnyOrderElementsOf(oneTo(40));
    assertThat(store.find("key")).contains(count(40));
  }

  @Test
  void losesNoAttemptOnAnyOfManyKeys() throws Exception {
    List<Integer> numbers = AtOnce.call(40, i -> countOne("key " + i % 4));

    for (int key = 0; key < 4; key++) {
      int remainder = key;
      assertThat(IntStream.range(0, 40).filter(i -> i % 4 == remainder).mapToObj(numbers::get))
          .containsExactlyInAnyOrderElementsOf(oneTo(10));
    }
  }

  @Test
  void replacesNothingThatADeletionTookAtTheSameTime() throws Exception {
    for (int round = 0; round < 10; round++) {
      String key = "key " + round;
      store.insert(key, ONE);

      List<Boolean> answers =
          AtOnce.call(
              round % 2 == 0 ? 2 : 8,
              i -> {
                if (i % 2 == 0) {
                  return store.replace(key, ONE, count(100 + i));
                }
                store.delete(key);
                return false;
              });

      assertThat(answers.stream().filter(replaced -> replaced)).hasSizeLessThanOrEqualTo(1);
      assertThat(store.find(key)).isEmpty();
    }
  }

  @Test
  void deletesNothingThatWasProlongedAtTheSameTime() throws Exception {
    for (int round = 0; round < 10; round++) {
      String key = "key " + round;
      store.insert(key, ONE);
      Attempts longer = new Attempts(2, RETRY, END.plusMillis(1));

      List<Boolean> prolonged =
          AtOnce.call(
              2, i -> i == 0 ? store.replace(key, ONE, longer) : store.deleteExpired(END) < 0);

      assertThat(store.find(key).isPresent()).isEqualTo(prolonged.get(0));
    }
  }

  @Test
  void beginsACountAgainAsOftenAsItWasDeleted() throws Exception {
    List<Integer> begun =
        AtOnce.call(
            16,
            i -> {
              int times = 0;
              for (int round = 0; round < 10; round++) {
                switch (i % 4) {
                  case 0 -> store.delete("key");
                  case 1 -> store.deleteExpired(END);
                  default -> times += store.insert("key", ONE) ? 1 : 0;
                }
              }
              return times;
            });

    assertThat(begun.stream().mapToInt(Integer::intValue).sum()).isBetween(1, 80);
    store.insert("key", ONE);
    store.delete("key");
    assertThat(store.insert("key", TWO)).isTrue();
  }

  @Test
  void countsEachDeletionForOneOfMany() throws Exception {
    for (int i = 0; i < 50; i++) {
      store.insert("key " + i, ONE);
    }

    List<Integer> deleted = AtOnce.call(8, i -> store.deleteExpired(END));

    assertThat(deleted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
  }

  /** As a throttle counts: a lost race is tried again on what is there then. */
  private int countOne(String key) {
    // Each lost race is another's count, of which there are no more than threads.
    for (int tries = 0; tries < 40; tries++) {
      Attempts seen = store.find(key).orElse(null);
      int next = seen == null ? 1 : seen.count() + 1;
      if (seen == null ? store.insert(key, ONE) : store.replace(key, seen, count(next))) {
        return next;
      }
    }
    throw new AssertionError("replace answered false to a count that was stored");
  }

  private static Attempts count(int count) {
    return new Attempts(count, RETRY, END);
  }

  private static List<Integer> oneTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }
}
