package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.Email;
import com.thogits.auth.SealedSecret;
import com.thogits.auth.StoreException;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.crypto.UnopenableSecretException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Engine.class)
class JdbcKeyCheckTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String KEY_1 = "1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";
  private static final String OTHER_KEY_1 = "1 //////////////////////////////////////////8=\n";
  private static final String KEY_2 = "2 ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=\n";
  private static final String KEY_3 = "3 QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8=\n";

  private final Engine engine;
  private final TestDatabase database;
  private final DataSource dataSource;

  JdbcKeyCheckTest(Engine engine) {
    this.engine = engine;
    this.database = engine.withSchema();
    this.dataSource = database.unpooled();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void knowsTheKeysOfEveryRingThatFitted() {
    assertThat(JdbcKeyCheck.keyIds(dataSource)).isEmpty();

    JdbcKeyCheck.verify(dataSource, ring(KEY_1));
    assertThat(JdbcKeyCheck.keyIds(dataSource)).containsExactly(1);

    JdbcKeyCheck.verify(dataSource, ring(KEY_3 + KEY_1 + KEY_2));
    assertThat(JdbcKeyCheck.keyIds(dataSource)).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void passesTheSameKeysInAnyOrder() {
    JdbcKeyCheck.verify(dataSource, ring(KEY_1 + KEY_2));

    assertThatCode(() -> JdbcKeyCheck.verify(dataSource, ring(KEY_2 + KEY_1)))
        .doesNotThrowAnyException();
  }

  @Test
  void namesEveryKeyThatIsMissing() {
    JdbcKeyCheck.verify(dataSource, ring(KEY_1 + KEY_2 + KEY_3));

    assertThatThrownBy(() -> JdbcKeyCheck.verify(dataSource, ring(KEY_2)))
        .isInstanceOf(UnopenableSecretException.class)
        .hasMessage(
            "key 1 is missing from the key ring, key 3 is missing from the key ring: bring back the"
                + " key ring that this database's secrets are sealed with, or forget a key that"
                + " seals nothing any more");
  }

  @Test
  void tellsAKeyFromAnotherOfItsId() {
    JdbcKeyCheck.verify(dataSource, ring(KEY_1));

    assertThatThrownBy(() -> JdbcKeyCheck.verify(dataSource, ring(OTHER_KEY_1)))
        .isInstanceOf(UnopenableSecretException.class)
        .hasMessageStartingWith("key 1 is another one in the key ring: ");
  }

  @Test
  void addsNoKeyOfARingThatDoesNotFit() {
    JdbcKeyCheck.verify(dataSource, ring(KEY_1));

    for (String text : List.of(KEY_2, OTHER_KEY_1 + KEY_2)) {
      assertThatThrownBy(() -> JdbcKeyCheck.verify(dataSource, ring(text)))
          .isInstanceOf(UnopenableSecretException.class);
    }

    assertThat(JdbcKeyCheck.keyIds(dataSource)).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE thogits_key SET canary = CAST('' AS BYTEA) WHERE key_id = 1",
        "UPDATE thogits_key SET canary = CAST('a' AS BYTEA) WHERE key_id = 1",
        "UPDATE thogits_key SET canary = SUBSTRING(canary FROM 1 FOR 32) WHERE key_id = 1",
        "UPDATE thogits_key SET canary = (SELECT canary FROM thogits_key WHERE key_id = 2)"
            + " WHERE key_id = 1"
      })
  void refusesACanaryThatNoKeyOfItsIdSealed(String vandalism) throws Exception {
    JdbcKeyCheck.verify(dataSource, ring(KEY_1 + KEY_2));
    database.execute(vandalism);

    assertThatThrownBy(() -> JdbcKeyCheck.verify(dataSource, ring(KEY_1 + KEY_2)))
        .isInstanceOf(UnopenableSecretException.class)
        .hasMessageStartingWith("key 1 is another one in the key ring: ");
  }

  @Test
  void onlyReadsADatabaseThatKnowsTheKeys() throws Exception {
    JdbcKeyCheck.verify(dataSource, ring(KEY_1));
    DataSource asReader = database.asReaderOf("thogits_key");

    JdbcKeyCheck.verify(asReader, ring(KEY_1));

    assertThatThrownBy(() -> JdbcKeyCheck.verify(asReader, ring(KEY_1 + KEY_2)))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void addsTheKeysOfOneRingOnceWhenManyStartAtOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      try (TestDatabase another = engine.withSchema()) {
        DataSource fresh = another.unpooled();

        List<Boolean> passed =
            verifyAtOnce(fresh, List.of(ring(KEY_1 + KEY_2), ring(KEY_2 + KEY_1)));

        assertThat(passed).containsOnly(true);
        assertThat(JdbcKeyCheck.keyIds(fresh)).containsExactlyInAnyOrder(1, 2);
      }
    }
  }

  @Test
  void letsOneOfTwoRingsHaveANewDatabase() throws Exception {
    for (int round = 0; round < 10; round++) {
      try (TestDatabase another = engine.withSchema()) {
        DataSource fresh = another.unpooled();

        List<Boolean> passed = verifyAtOnce(fresh, List.of(ring(KEY_1), ring(KEY_2)));

        int winner = JdbcKeyCheck.keyIds(fresh).iterator().next();
        assertThat(JdbcKeyCheck.keyIds(fresh)).hasSize(1);
        assertThat(passed)
            .containsExactlyElementsOf(winner == 1 ? alternating(true) : alternating(false));
      }
    }
  }

  @Test
  void waitsForTheOneWhoAddsAnotherRing() throws Exception {
    CountDownLatch waits = new CountDownLatch(1);
    DataSource watched =
        HandingOut.connections(
            dataSource,
            connection -> HandingOut.watched(connection, "SET canary = canary", waits::countDown));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Connection holder = dataSource.getConnection()) {
      holder.setAutoCommit(false);
      Canaries canaries = new Canaries(new Statements(holder));
      canaries.lock();
      Future<?> waiting = executor.submit(() -> JdbcKeyCheck.verify(watched, ring(KEY_2)));
      assertThat(waits.await(1, TimeUnit.MINUTES)).isTrue();
      canaries.add(ring(KEY_1));
      holder.commit();

      assertThatThrownBy(() -> waiting.get(1, TimeUnit.MINUTES))
          .hasCauseInstanceOf(UnopenableSecretException.class);
    } finally {
      executor.shutdownNow();
    }
    assertThat(JdbcKeyCheck.keyIds(dataSource)).containsExactly(1);
  }

  @Test
  void forgetsAKeyThatSealsNothing() {
    KeyRing both = ring(KEY_1 + KEY_2);
    JdbcKeyCheck.verify(dataSource, both);
    insert(1, both.seal(new byte[20], new byte[0]), both.seal(new byte[20], new byte[0]));
    insert(2, null, null);

    JdbcKeyCheck.forget(dataSource, 1);
    JdbcKeyCheck.forget(dataSource, 1);

    assertThat(JdbcKeyCheck.keyIds(dataSource)).containsExactly(2);
    assertThatCode(() -> JdbcKeyCheck.verify(dataSource, ring(KEY_2))).doesNotThrowAnyException();
  }

  @Test
  void keepsAKeyThatSealsAConfirmedOrPendingSecret() {
    JdbcKeyCheck.verify(dataSource, ring(KEY_1 + KEY_2 + KEY_3));
    byte[] first = ring(KEY_1).seal(new byte[20], new byte[0]);
    byte[] second = ring(KEY_2).seal(new byte[20], new byte[0]);
    insert(1, first, null);
    insert(2, null, first);
    insert(3, first, first);
    insert(4, first, second);

    assertThatIllegalStateException()
        .isThrownBy(() -> JdbcKeyCheck.forget(dataSource, 1))
        .withMessage("Key 1 is in use: it seals secrets of 4 account(s).");
    assertThatIllegalStateException()
        .isThrownBy(() -> JdbcKeyCheck.forget(dataSource, 2))
        .withMessage("Key 2 is in use: it seals secrets of 1 account(s).");

    assertThat(JdbcKeyCheck.keyIds(dataSource)).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void tellsApartKeysWhoseIdsBeginAlike() {
    String large = "16777216 " + KEY_1.substring(2);
    String larger = Integer.MAX_VALUE + " " + KEY_2.substring(2);
    JdbcKeyCheck.verify(dataSource, ring(KEY_3 + large + larger));
    insert(1, ring(larger).seal(new byte[20], new byte[0]), null);

    JdbcKeyCheck.forget(dataSource, 16777216);

    assertThatIllegalStateException()
        .isThrownBy(() -> JdbcKeyCheck.forget(dataSource, Integer.MAX_VALUE));
    assertThat(JdbcKeyCheck.keyIds(dataSource)).containsExactlyInAnyOrder(3, Integer.MAX_VALUE);
  }

  @Test
  void sharesADataSourceThatDoesNotCommitByItself() {
    DataSource manual = HandingOut.withoutAutoCommit(dataSource);
    JdbcKeyCheck.verify(manual, ring(KEY_1 + KEY_2));
    JdbcKeyCheck.forget(manual, 1);

    assertThat(JdbcKeyCheck.keyIds(dataSource)).containsExactly(2);
  }

  @Test
  void namesTheStateOfADatabaseWithoutTables() {
    try (TestDatabase empty = engine.empty()) {
      DataSource withoutTables = empty.unpooled();

      assertThatThrownBy(() -> JdbcKeyCheck.verify(withoutTables, ring(KEY_1)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(engine == Engine.H2 ? "42S04" : "42P01");
    }
  }

  @Test
  void needsItsRowWithoutAKey() throws Exception {
    database.execute("DELETE FROM thogits_key");

    assertThatThrownBy(() -> JdbcKeyCheck.verify(dataSource, ring(KEY_1)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("row 0");
    assertThat(JdbcKeyCheck.keyIds(dataSource)).isEmpty();
  }

  @Test
  void namesTheArgumentThatIsWrong() {
    assertThatNullPointerException()
        .isThrownBy(() -> JdbcKeyCheck.verify(null, ring(KEY_1)))
        .withMessage("dataSource");
    assertThatNullPointerException()
        .isThrownBy(() -> JdbcKeyCheck.verify(dataSource, null))
        .withMessage("keys");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JdbcKeyCheck.forget(dataSource, 0))
        .withMessageContaining("keyId");
  }

  /** Eight nodes, of which those with even numbers have the first ring. */
  private static List<Boolean> verifyAtOnce(DataSource fresh, List<KeyRing> rings)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(8);
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> running = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        KeyRing keys = rings.get(i % 2);
        running.add(
            executor.submit(
                () -> {
                  start.await(1, TimeUnit.MINUTES);
                  return passes(fresh, keys);
                }));
      }
      List<Boolean> passed = new ArrayList<>();
      for (Future<Boolean> one : running) {
        passed.add(one.get(1, TimeUnit.MINUTES));
      }
      return passed;
    } finally {
      executor.shutdownNow();
    }
  }

  private static boolean passes(DataSource fresh, KeyRing keys) {
    try {
      JdbcKeyCheck.verify(fresh, keys);
      return true;
    } catch (UnopenableSecretException e) {
      return false;
    }
  }

  private static List<Boolean> alternating(boolean first) {
    return List.of(first, !first, first, !first, first, !first, first, !first);
  }

  private static KeyRing ring(String text) {
    return KeyRing.parse(text, RANDOM);
  }

  private void insert(long id, byte @Nullable [] confirmed, byte @Nullable [] pending) {
    Email email = Email.parse(id + "@example.org").orElseThrow();
    TotpEnrolment totp =
        new TotpEnrolment(
            confirmed == null ? null : new SealedSecret(confirmed),
            confirmed == null ? null : Instant.EPOCH,
            pending == null ? null : new SealedSecret(pending),
            1,
            List.of());
    new JdbcUserStore(dataSource)
        .insert(
            new User(
                new Ulid(1, id), email, null, false, null, Instant.EPOCH, List.of(), totp, 1, 1));
  }
}
