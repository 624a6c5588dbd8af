package com.thogits.auth.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.documents.SecondFactor.SetUp;
import com.thogits.auth.totp.HmacAlgorithm;
import com.thogits.auth.totp.OtpauthUri;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TOTP without the library's accounts, as docs/totp.md shows it. */
class TotpAloneTest {
  private static final String ACCOUNT = "user@example.com";
  private static final Duration PERIOD = Totp.AUTHENTICATOR_APPS.period();

  private final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private JdbcConnectionPool database;
  private SecondFactor factor;

  @BeforeEach
  void open() throws Exception {
    database = JdbcConnectionPool.create("jdbc:h2:mem:totp;DB_CLOSE_DELAY=-1", "", "");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP ALL OBJECTS");
      statement.execute(SecondFactor.TABLES);
    }
    factor = new SecondFactor(database, KeyRing.generate(random), random, clock);
  }

  @AfterEach
  void close() {
    database.dispose();
  }

  @Test
  void aCodeWorksOnceAndNoOlderOneAfterIt() throws Exception {
    TotpSecret secret = TotpSecret.ofBase32(factor.setUp(ACCOUNT).secret());
    String older = code(secret);
    clock.advance(PERIOD);
    String current = code(secret);

    assertThat(factor.accepts(ACCOUNT, current)).isTrue();
    assertThat(factor.accepts(ACCOUNT, current)).isFalse();
    assertThat(factor.accepts(ACCOUNT, older)).isFalse();
  }

  @Test
  void aStepOfDriftIsAllowedAndNotTwo() throws Exception {
    TotpSecret secret = TotpSecret.ofBase32(factor.setUp(ACCOUNT).secret());
    String code = code(secret);
    clock.advance(PERIOD.multipliedBy(2));
    assertThat(factor.accepts(ACCOUNT, code)).isFalse();
    clock.advance(PERIOD.negated());
    assertThat(factor.accepts(ACCOUNT, code)).isTrue();
  }

  @Test
  void ofManyWhoBringOneCodeOneGetsIn() throws Exception {
    String code = code(TotpSecret.ofBase32(factor.setUp(ACCOUNT).secret()));
    assertThat(winners(8, () -> factor.accepts(ACCOUNT, code))).isEqualTo(1);
  }

  @Test
  void aRecoveryCodeWorksOnceForWhomeverIsFirst() throws Exception {
    List<String> codes = factor.recoveryCodes(ACCOUNT);
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(factor.acceptsRecoveryCode("other@example.com", codes.get(0))).isFalse();
    assertThat(winners(8, () -> factor.acceptsRecoveryCode(ACCOUNT, codes.get(0)))).isEqualTo(1);
    assertThat(factor.acceptsRecoveryCode(ACCOUNT, " " + codes.get(1).toUpperCase(Locale.ROOT)))
        .isTrue();
  }

  @Test
  void theDatabaseHoldsNoSecretInTheClear() throws Exception {
    SetUp shown = factor.setUp(ACCOUNT);
    String secret = new String(TotpSecret.ofBase32(shown.secret()).toBytes(), ISO_8859_1);
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection.createStatement().executeQuery("SELECT sealed_secret FROM second_factor")) {
      assertThat(row.next()).isTrue();
      assertThat(new String(row.getBytes(1), ISO_8859_1)).doesNotContain(secret);
    }
    assertThat(shown.qrCode()).startsWith("data:image/png;base64,");
  }

  @Test
  void otherAlgorithmsLengthsAndPeriods() {
    Totp totp = new Totp(HmacAlgorithm.SHA256, 8, Duration.ofSeconds(60));
    TotpSecret secret = TotpSecret.random(random, totp.algorithm());
    String code = totp.generate(secret, clock.instant());

    assertThat(code).hasSize(8);
    assertThat(new OtpauthUri("Acme", ACCOUNT, secret, totp).toUriString())
        .contains("algorithm=SHA256&digits=8&period=60");
  }

  private String code(TotpSecret secret) {
    return Totp.AUTHENTICATOR_APPS.generate(secret, clock.instant());
  }

  private interface Attempt {
    boolean succeeds() throws Exception;
  }

  private static int winners(int count, Attempt attempt) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CyclicBarrier start = new CyclicBarrier(count);
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return attempt.succeeds();
                }));
      }
      int winners = 0;
      for (Future<Boolean> result : results) {
        winners += result.get() ? 1 : 0;
      }
      return winners;
    } finally {
      threads.shutdownNow();
    }
  }
}
