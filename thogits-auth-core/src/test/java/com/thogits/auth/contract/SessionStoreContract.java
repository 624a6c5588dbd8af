package com.thogits.auth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.Email;
import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.SessionStore;
import com.thogits.auth.SessionWithUser;
import com.thogits.auth.StoreException;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import com.thogits.auth.memory.MemoryUserStore;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link SessionStore} does. */
public abstract class SessionStoreContract {
  private static final Instant NOW = Instant.parse("2024-10-27T00:59:59.999Z");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final Instant LONG_AGO = NOW.minusSeconds(1_000_000);
  private static final Instant FAR = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final Ulid ANN = new Ulid(0x0123_4567_89AB_CDEFL, 1);
  private static final Ulid BOB = new Ulid(0x0123_4567_89AB_CDEFL, 2);

  private SessionStore store;
  private UserStore users;

  /** For subclasses. */
  protected SessionStoreContract() {}

  /** A store that holds no session; asked for once before each test. */
  protected abstract SessionStore emptyStore();

  /**
   * A store that holds no account, for the users of the sessions; asked for once before each test,
   * after {@link #emptyStore()}. Override this if your store reads a session and its user at once,
   * and answer a store of users in the same database.
   */
  protected UserStore emptyUserStore() {
    return new MemoryUserStore();
  }

  @BeforeEach
  void createStores() {
    store = emptyStore();
    users = emptyUserStore();
  }

  @Test
  void findsNothingInAnEmptyStore() {
    assertThat(store.find(token(1))).isEmpty();
    assertThat(store.findWithUser(token(1), users)).isEmpty();
    assertThat(store.replace(token(1), session(2))).isFalse();
    assertThat(store.delete(token(1))).isFalse();
    assertThat(store.findByUser(ANN)).isEmpty();
    assertThat(store.deleteExpired(NOW, NOW)).isZero();
    assertThat(store.deleteAll()).isZero();
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void keepsEveryField(Session session) {
    store.insert(session);

    assertThat(store.find(session.token())).contains(session);
    assertThat(store.findByUser(session.userId())).containsExactly(session);
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void replacesEveryField(Session session) {
    store.insert(session(77, new Ulid(5, 77), BOB));

    assertThat(store.replace(token(77), session)).isTrue();

    assertThat(store.find(session.token())).contains(session);
    assertThat(store.findByUser(session.userId())).containsExactly(session);
    assertThat(store.find(token(77))).isEmpty();
    assertThat(store.findByUser(BOB)).isEmpty();
  }

  static Stream<Session> sessions() {
    return Stream.of(
        session(1),
        new Session(
            new TokenHash(new byte[32]),
            new Ulid(-1, -1),
            new Ulid(-1, -2),
            Standing.PARTIAL,
            false,
            Long.MAX_VALUE,
            Instant.EPOCH,
            Instant.EPOCH,
            FAR,
            NOW,
            "",
            ""),
        new Session(
            token(-1),
            new Ulid(0, 0),
            new Ulid(0, 1),
            Standing.FULL,
            true,
            1,
            NOW,
            NOW.plusMillis(1),
            LATER,
            NOW.plusMillis(2),
            "2001:db8:85a3:8d3:1319:8a2e:370:7348%eth0",
            "\ud83d\ude00".repeat(256)),
        new Session(
            token(3),
            new Ulid(0, 4),
            new Ulid(0, 2),
            Standing.FULL,
            false,
            1,
            NOW,
            NOW,
            LATER,
            NOW,
            // As much as a Client admits.
            "\ud83d\ude00".repeat(256),
            " e\u0301, blanks around "),
        new Session(
            token(2),
            new Ulid(0, 3),
            new Ulid(0, 2),
            Standing.PARTIAL,
            true,
            1,
            NOW,
            FAR,
            LATER,
            Instant.EPOCH,
            "'; DROP TABLE thogits_session; --",
            "Mozilla/5.0 (\"x\\y\"; 'z'; ?; {fn now()}; ${x}; %)"));
  }

  @ParameterizedTest
  @CsvSource({"UTC, Pacific/Apia", "America/St_Johns, Europe/Berlin", "Asia/Kathmandu, UTC"})
  void keepsTimesToTheMillisecondInEveryTimeZone(String writer, String reader) {
    Session session = session(1, NOW.plusMillis(1), NOW.minusMillis(1));
    JvmDefaults.inZone(
        writer,
        () -> {
          store.insert(session);
          return session;
        });

    assertThat(JvmDefaults.inZone(reader, () -> store.find(token(1)))).contains(session);
    assertThat(JvmDefaults.inZone(reader, () -> store.deleteExpired(NOW, LONG_AGO))).isZero();
    assertThat(JvmDefaults.inZone(reader, () -> store.deleteExpired(NOW.plusMillis(1), LONG_AGO)))
        .isOne();
  }

  @Test
  void findsWhatIsThereNowWhateverItFoundBefore() {
    assertThat(store.find(token(1))).isEmpty();
    store.insert(session(1));
    assertThat(store.find(token(1))).contains(session(1));

    store.touch(token(1), NOW.plusMillis(1));
    assertThat(store.find(token(1))).contains(session(1, LATER, NOW.plusMillis(1)));

    store.replace(token(1), session(1, FAR, NOW));
    assertThat(store.find(token(1))).contains(session(1, FAR, NOW));

    store.delete(token(1));
    assertThat(store.find(token(1))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void findsEveryFieldOfASessionAndOfItsUser(Session session) {
    User user = UserStoreContract.full(session.userId());
    store.insert(session);
    users.insert(user);
    store.insert(session(77, new Ulid(5, 77), BOB));
    users.insert(user(BOB, 9, 1));

    assertThat(store.findWithUser(session.token(), users))
        .contains(new SessionWithUser(session, user));
  }

  @Test
  void findsNoSessionWithoutItsUser() {
    store.insert(session(1));
    users.insert(user(BOB, 1, 1));
    assertThat(store.findWithUser(token(1), users)).isEmpty();

    users.insert(user(ANN, 1, 1));
    assertThat(store.findWithUser(token(1), users)).isPresent();
    assertThat(store.findWithUser(token(2), users)).isEmpty();

    users.delete(user(ANN, 1, 1));
    assertThat(store.findWithUser(token(1), users)).isEmpty();
  }

  @Test
  void findsAUserAsItIsNowWhateverItFoundBefore() {
    store.insert(session(1));
    users.insert(user(ANN, 1, 1));
    assertThat(store.findWithUser(token(1), users))
        .contains(new SessionWithUser(session(1), user(ANN, 1, 1)));

    users.replace(user(ANN, 2, 2));
    assertThat(store.findWithUser(token(1), users))
        .contains(new SessionWithUser(session(1), user(ANN, 2, 2)));

    store.replace(token(1), session(1, FAR, NOW));
    assertThat(store.findWithUser(token(1), users))
        .contains(new SessionWithUser(session(1, FAR, NOW), user(ANN, 2, 2)));

    store.delete(token(1));
    assertThat(store.findWithUser(token(1), users)).isEmpty();
  }

  @Test
  void findsAUserWhereItIsToldToLook() {
    UserStore others = new MemoryUserStore();
    store.insert(session(1));
    users.insert(user(ANN, 1, 1));
    assertThat(store.findWithUser(token(1), users)).isPresent();
    assertThat(store.findWithUser(token(1), others)).isEmpty();

    others.insert(user(ANN, 2, 1));

    assertThat(store.findWithUser(token(1), others))
        .contains(new SessionWithUser(session(1), user(ANN, 2, 1)));
    assertThat(store.findWithUser(token(1), users))
        .contains(new SessionWithUser(session(1), user(ANN, 1, 1)));
  }

  @Test
  void refusesASecondSessionOfOneToken() {
    Session first = session(1);
    store.insert(first);

    assertThatThrownBy(() -> store.insert(session(1, LATER.plusSeconds(1), NOW)))
        .isInstanceOf(StoreException.class);

    assertThat(store.find(token(1))).contains(first);
  }

  @Test
  void neitherJudgesNorForgetsByItself() {
    Session ended = session(1, LONG_AGO, LONG_AGO);
    store.insert(ended);

    assertThat(store.find(token(1))).contains(ended);
    assertThat(store.replace(token(1), session(2, LONG_AGO, LONG_AGO))).isTrue();
    assertThat(store.delete(token(2))).isTrue();
  }

  @Test
  void replacesNothingIfTheOldSessionIsGone() {
    store.insert(session(1));

    assertThat(store.replace(token(2), session(3))).isFalse();

    assertThat(store.find(token(3))).isEmpty();
    assertThat(store.find(token(1))).contains(session(1));
  }

  @Test
  void replacesASessionUnderItsOwnToken() {
    store.insert(session(1));
    Session next = session(1, LATER.plusSeconds(1), NOW);

    assertThat(store.replace(token(1), next)).isTrue();

    assertThat(store.find(token(1))).contains(next);
  }

  @Test
  void neverReplacesASessionByTheTokenOfAnother() {
    store.insert(session(1));
    store.insert(session(2));

    assertThatThrownBy(() -> store.replace(token(1), session(2, LATER.plusSeconds(1), NOW)))
        .isInstanceOf(StoreException.class);

    assertThat(store.find(token(1))).contains(session(1));
    assertThat(store.find(token(2))).contains(session(2));
  }

  @Test
  void deletesOneSessionAlone() {
    store.insert(session(1));
    store.insert(session(2));

    assertThat(store.delete(token(1))).isTrue();

    assertThat(store.find(token(1))).isEmpty();
    assertThat(store.delete(token(1))).isFalse();
    assertThat(store.find(token(2))).contains(session(2));
  }

  @Test
  void findsTheSessionsOfAUserInTheOrderOfTheirIds() {
    // Ids that differ in each part, in neither the order of the tokens nor of the insertions.
    List<Ulid> ids =
        List.of(
            new Ulid(0, 1),
            new Ulid(0, 10),
            new Ulid(1, 0),
            new Ulid(0x0123_4567_89AB_CDEFL, 5),
            new Ulid(0x0123_4567_89AB_CDEFL, Long.MAX_VALUE),
            new Ulid(0x0123_4567_89AB_CDEFL, -1),
            new Ulid(0x7FFF_FFFF_FFFF_FFFFL, 0),
            new Ulid(-1, 0));
    for (int number : new int[] {3, 0, 5, 7, 2, 6, 4, 1}) {
      store.insert(session(10 - number, ids.get(number), ANN));
    }

    assertThat(store.findByUser(ANN).stream().map(Session::id)).containsExactlyElementsOf(ids);
  }

  @Test
  void findsTheSessionsOfOneUserAlone() {
    store.insert(session(1, new Ulid(5, 1), ANN));
    store.insert(session(2, new Ulid(5, 2), BOB));
    store.insert(session(3, new Ulid(5, 3), ANN));

    assertThat(store.findByUser(ANN))
        .containsExactly(session(1, new Ulid(5, 1), ANN), session(3, new Ulid(5, 3), ANN));
    assertThat(store.findByUser(BOB)).containsExactly(session(2, new Ulid(5, 2), BOB));
    assertThat(store.findByUser(new Ulid(0, 0))).isEmpty();
  }

  @Test
  void findsTheSessionsOfAUserThatEnded() {
    Session ended = session(1, LONG_AGO, LONG_AGO);
    store.insert(ended);

    assertThat(store.findByUser(ANN)).containsExactly(ended);
  }

  @Test
  void findsAmongAUsersSessionsWhatBecameOfThem() {
    for (int number = 1; number <= 4; number++) {
      store.insert(session(number));
    }
    store.insert(session(5, LONG_AGO, NOW));

    store.replace(token(1), session(6, new Ulid(5, 1), ANN));
    store.replace(token(2), session(7, new Ulid(5, 2), BOB));
    store.touch(token(3), NOW.plusMillis(1));
    store.delete(token(4));
    store.deleteExpired(NOW, LONG_AGO);

    assertThat(store.findByUser(ANN))
        .containsExactly(session(6, new Ulid(5, 1), ANN), session(3, LATER, NOW.plusMillis(1)));
    assertThat(store.findByUser(BOB)).containsExactly(session(7, new Ulid(5, 2), BOB));
  }

  @Test
  void answersAListThatLaterWritesLeaveAlone() {
    store.insert(session(1));
    List<Session> before = store.findByUser(ANN);

    store.insert(session(2));
    store.delete(token(1));

    assertThat(before).containsExactly(session(1));
  }

  @Test
  void deletesAllSessionsOfAllUsers() {
    store.insert(session(1, new Ulid(5, 1), ANN));
    store.insert(session(2, new Ulid(5, 2), BOB));
    store.insert(session(3, LONG_AGO, LONG_AGO));

    assertThat(store.deleteAll()).isEqualTo(3);

    assertThat(present(1, 2, 3)).isEmpty();
    assertThat(store.findByUser(ANN)).isEmpty();
    assertThat(store.findByUser(BOB)).isEmpty();
    assertThat(store.deleteAll()).isZero();
    store.insert(session(1));
    assertThat(store.findByUser(ANN)).containsExactly(session(1));
  }

  @Test
  void notesTheLastUseOfOneSessionAlone() {
    store.insert(session(1));
    store.insert(session(2));

    store.touch(token(1), NOW.plusMillis(1));

    assertThat(store.find(token(1))).contains(session(1, LATER, NOW.plusMillis(1)));
    assertThat(store.find(token(2))).contains(session(2));
  }

  @Test
  void notesNoUseBeforeTheLast() {
    store.insert(session(1));

    store.touch(token(1), NOW.minusMillis(1));

    assertThat(store.find(token(1))).contains(session(1));
  }

  @Test
  void notesNoUseOfASessionThatIsGone() {
    store.insert(session(1));
    store.replace(token(1), session(2));

    store.touch(token(1), NOW.plusMillis(1));

    assertThat(store.find(token(1))).isEmpty();
    assertThat(store.find(token(2))).contains(session(2));
  }

  @Test
  void deletesWhatExpiredAtThatTimeOrBefore() {
    store.insert(session(1, NOW.minusMillis(1), NOW));
    store.insert(session(2, NOW, NOW));
    store.insert(session(3, NOW.plusMillis(1), NOW));

    assertThat(store.deleteExpired(NOW, LONG_AGO)).isEqualTo(2);

    assertThat(present(1, 2, 3)).containsExactly(3);
  }

  @Test
  void deletesWhatWasLastSeenAtThatTimeOrBefore() {
    store.insert(session(1, LATER, NOW.minusMillis(1)));
    store.insert(session(2, LATER, NOW));
    store.insert(session(3, LATER, NOW.plusMillis(1)));

    assertThat(store.deleteExpired(LONG_AGO, NOW)).isEqualTo(2);

    assertThat(present(1, 2, 3)).containsExactly(3);
  }

  @Test
  void deletesHoweverManyExpired() {
    for (int i = 0; i < 250; i++) {
      store.insert(session(i, NOW, NOW));
    }

    assertThat(store.deleteExpired(NOW, LONG_AGO)).isEqualTo(250);

    assertThat(store.findByUser(ANN)).isEmpty();
  }

  @Test
  void countsASessionOnceThatIsBothExpiredAndIdle() {
    store.insert(session(1, LONG_AGO, LONG_AGO));

    assertThat(store.deleteExpired(NOW, NOW)).isOne();
  }

  @Test
  void deletesPartialSessionsLikeOthers() {
    Session expired = session(1, NOW, NOW);
    store.insert(
        new Session(
            expired.token(),
            expired.id(),
            expired.userId(),
            Standing.PARTIAL,
            false,
            1,
            expired.createdAt(),
            expired.provenAt(),
            expired.expiresAt(),
            expired.lastSeenAt(),
            "",
            ""));

    assertThat(store.deleteExpired(NOW, LONG_AGO)).isOne();

    assertThat(present(1)).isEmpty();
  }

  @Test
  void letsOneOfManyBeginASessionOfOneToken() throws Exception {
    List<Boolean> begun =
        AtOnce.call(
            40,
            i -> {
              try {
                store.insert(session(1, new Ulid(5, i), ANN));
                return true;
              } catch (StoreException there) {
                return false;
              }
            });

    assertThat(begun).containsOnlyOnce(true);
    assertThat(store.find(token(1))).contains(session(1, new Ulid(5, begun.indexOf(true)), ANN));
  }

  @Test
  void letsOneOfManySessionsMoveToAToken() throws Exception {
    for (int i = 0; i < 24; i++) {
      store.insert(session(i));
    }

    List<Boolean> moved =
        AtOnce.call(
            24,
            i -> {
              try {
                return store.replace(token(i), session(100, new Ulid(5, i), ANN));
              } catch (StoreException there) {
                return false;
              }
            });

    assertThat(moved).containsOnlyOnce(true);
    int winner = moved.indexOf(true);
    assertThat(store.find(token(100))).contains(session(100, new Ulid(5, winner), ANN));
    assertThat(present(IntStream.range(0, 24).toArray()).boxed())
        .hasSize(23)
        .doesNotContain(winner);
  }

  @Test
  void aUseAtTheSameTimeRevivesNoSession() throws Exception {
    for (int round = 0; round < 10; round++) {
      int old = 1000 + round;
      int next = 2000 + round;
      boolean replacing = round % 2 == 0;
      store.insert(session(old));

      AtOnce.call(
          2,
          i -> {
            if (i == 0) {
              store.touch(token(old), NOW.plusMillis(1));
              return true;
            }
            return replacing ? store.replace(token(old), session(next)) : store.delete(token(old));
          });

      assertThat(store.find(token(old))).isEmpty();
      assertThat(store.find(token(next)).isPresent()).isEqualTo(replacing);
    }
  }

  @Test
  void deletesNothingThatWasProlongedAtTheSameTime() throws Exception {
    for (int round = 0; round < 10; round++) {
      int number = round;
      store.insert(session(number, NOW, NOW));

      List<Boolean> prolonged =
          AtOnce.call(
              2,
              i ->
                  i == 0
                      ? store.replace(token(number), session(number, LATER, NOW))
                      : store.deleteExpired(NOW, LONG_AGO) < 0);

      assertThat(store.find(token(number)).isPresent()).isEqualTo(prolonged.get(0));
    }
  }

  /**
   * Each change writes the user first: whoever finds its session must find that user or a newer.
   */
  @Test
  void neverFindsAUserFromBeforeItsSession() throws Exception {
    int changes = 50;
    store.insert(session(1, 1));
    users.insert(user(ANN, 1, 1));

    List<Boolean> newEnough =
        AtOnce.call(
            3,
            i -> {
              boolean all = true;
              for (int next = 2; next <= changes; next++) {
                if (i == 0) {
                  users.replace(user(ANN, next, next));
                  store.replace(token(1), session(1, next));
                }
                all &=
                    store.findWithUser(token(1), users).stream()
                        .allMatch(SessionStoreContract::isNewEnough);
              }
              return all;
            });

    assertThat(newEnough).hasSize(3).containsOnly(true);
    assertThat(store.findWithUser(token(1), users))
        .contains(new SessionWithUser(session(1, changes), user(ANN, changes, changes)));
  }

  private static boolean isNewEnough(SessionWithUser found) {
    return found.user().credentialEpoch() >= found.session().credentialEpoch();
  }

  @Test
  void letsOneOfManyReplaceASession() throws Exception {
    store.insert(session(100));

    List<Boolean> replaced = AtOnce.call(40, i -> store.replace(token(100), session(i)));

    assertThat(replaced).containsOnlyOnce(true);
    assertThat(present(IntStream.range(0, 101).toArray())).containsExactly(replaced.indexOf(true));
  }

  @Test
  void letsOneOfManyDeleteASession() throws Exception {
    store.insert(session(1));

    List<Boolean> deleted = AtOnce.call(40, i -> store.delete(token(1)));

    assertThat(deleted).containsOnlyOnce(true);
  }

  @Test
  void letsEitherAReplacementOrADeletionHaveASession() throws Exception {
    for (int round = 0; round < 10; round++) {
      int old = 1000 + round;
      int next = 2000 + round;
      store.insert(session(old));

      List<Boolean> won =
          AtOnce.call(
              2, i -> i == 0 ? store.replace(token(old), session(next)) : store.delete(token(old)));

      assertThat(won).containsOnlyOnce(true);
      assertThat(store.find(token(old))).isEmpty();
      assertThat(store.find(token(next)).isPresent()).isEqualTo(won.get(0));
    }
  }

  @Test
  void keepsTheLatestOfManyUses() throws Exception {
    store.insert(session(1));

    AtOnce.call(
        40,
        i -> {
          store.touch(token(1), NOW.plusMillis(40 - i));
          return i;
        });

    assertThat(store.find(token(1))).contains(session(1, LATER, NOW.plusMillis(40)));
  }

  @Test
  void keepsTheLaterOfTwoUsesAtOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      int number = round;
      store.insert(session(number));

      AtOnce.call(
          2,
          i -> {
            store.touch(token(number), NOW.plusMillis(1 + i));
            return i;
          });

      assertThat(store.find(token(number))).contains(session(number, LATER, NOW.plusMillis(2)));
    }
  }

  @Test
  void countsEachDeletionForOneOfMany() throws Exception {
    for (int i = 0; i < 50; i++) {
      store.insert(session(i, NOW, NOW));
    }

    List<Integer> counts = AtOnce.call(8, i -> store.deleteExpired(NOW, LONG_AGO));

    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
  }

  @Test
  void countsEachOfAllDeletionsForOneOfMany() throws Exception {
    for (int i = 0; i < 50; i++) {
      store.insert(session(i, new Ulid(5, i), i % 2 == 0 ? ANN : BOB));
    }

    List<Integer> counts = AtOnce.call(8, i -> store.deleteAll());

    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
    assertThat(store.findByUser(ANN)).isEmpty();
    assertThat(store.findByUser(BOB)).isEmpty();
  }

  @Test
  void findsEverySessionThatManyBeganForOneUser() throws Exception {
    List<Boolean> found =
        AtOnce.call(
            40,
            i -> {
              store.insert(session(i));
              return store.findByUser(ANN).contains(session(i));
            });

    assertThat(found).hasSize(40).containsOnly(true);
    assertThat(store.findByUser(ANN))
        .containsExactlyElementsOf(
            IntStream.range(0, 40).mapToObj(SessionStoreContract::session).toList());
  }

  private IntStream present(int... numbers) {
    return IntStream.of(numbers).filter(number -> store.find(token(number)).isPresent());
  }

  private static Session session(long number) {
    return session(number, LATER, NOW);
  }

  private static Session session(long number, Instant expiresAt, Instant lastSeenAt) {
    return session(number, new Ulid(5, number), ANN, expiresAt, lastSeenAt);
  }

  private static Session session(long number, Ulid id, Ulid userId) {
    return session(number, id, userId, LATER, NOW);
  }

  private static Session session(
      long number, Ulid id, Ulid userId, Instant expiresAt, Instant lastSeenAt) {
    return session(number, id, userId, 3, expiresAt, lastSeenAt);
  }

  private static Session session(long number, long epoch) {
    return session(number, new Ulid(5, number), ANN, epoch, LATER, NOW);
  }

  private static Session session(
      long number, Ulid id, Ulid userId, long epoch, Instant expiresAt, Instant lastSeenAt) {
    return new Session(
        token(number),
        id,
        userId,
        Standing.FULL,
        true,
        epoch,
        LONG_AGO,
        LONG_AGO.plusMillis(1),
        expiresAt,
        lastSeenAt,
        "192.0.2.1",
        "curl/8");
  }

  private static User user(Ulid id, long epoch, long version) {
    Email email = Email.parse(id + "@example.org").orElseThrow();
    return new User(
        id, email, null, false, null, LONG_AGO, List.of(), TotpEnrolment.NONE, epoch, version);
  }

  /** Digests that differ in their last bytes alone. */
  private static TokenHash token(long number) {
    return new TokenHash(ByteBuffer.allocate(32).putLong(0, -1).putLong(24, number).array());
  }
}
