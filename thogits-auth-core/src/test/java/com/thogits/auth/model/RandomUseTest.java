package com.thogits.auth.model;

import com.thogits.auth.AttemptLimits;
import com.thogits.auth.AttemptStore;
import com.thogits.auth.AuthService;
import com.thogits.auth.AuthServiceBuilder;
import com.thogits.auth.AuthSettings;
import com.thogits.auth.SessionStore;
import com.thogits.auth.UserStore;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.jdbc.JdbcAttemptStore;
import com.thogits.auth.jdbc.JdbcSchema;
import com.thogits.auth.jdbc.JdbcSessionStore;
import com.thogits.auth.jdbc.JdbcUserStore;
import com.thogits.auth.jdbc.PostgresDatabase;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** Random use by five clients of three accounts never leaves what the model says. */
class RandomUseTest {
  private static final int SEQUENCES = Integer.getInteger("random.use.sequences", 200);
  private static final int STEPS = 60;
  private static final AuthSettings SETTINGS =
      AuthSettings.DEFAULTS.withLimits(
          AttemptLimits.DEFAULTS
              .withFreePasswordFailures(ModelCount.FREE)
              .withFreeCodeFailures(ModelCount.FREE)
              .withLongestWait(ModelCount.LONGEST_WAIT)
              .withCodeFailuresUntilLock(Model.CODES_UNTIL_LOCK)
              .withCodesPerPartialSession(Model.CODES_PER_LOGIN));

  @Test
  void onStoresInMemory() {
    for (long seed = 1; seed <= SEQUENCES; seed++) {
      run(seed, new MemoryUserStore(), new MemorySessionStore(), new MemoryAttemptStore());
    }
  }

  @Test
  void onH2() {
    for (long seed = 1001; seed <= 1008; seed++) {
      JdbcConnectionPool database =
          JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
      try {
        database.getConnection().close();
        JdbcSchema.apply(database);
        run(seed, database);
      } catch (SQLException e) {
        throw new AssertionError(e);
      } finally {
        database.dispose();
      }
    }
  }

  @Test
  void onPostgreSql() {
    for (long seed = 2001; seed <= 2008; seed++) {
      try (PostgresDatabase database = PostgresDatabase.withSchema()) {
        JdbcConnectionPool pool = database.pool();
        try {
          run(seed, pool);
        } finally {
          pool.dispose();
        }
      }
    }
  }

  private static void run(long seed, DataSource database) {
    run(
        seed,
        new JdbcUserStore(database),
        new JdbcSessionStore(database),
        new JdbcAttemptStore(database));
  }

  private static void run(
      long seed, UserStore users, SessionStore sessions, AttemptStore attempts) {
    SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00Z"));
    AuthServiceBuilder builder =
        AuthService.builder(users, sessions, attempts, KeyRing.generate(new SecureRandom()))
            .settings(SETTINGS)
            .clock(clock)
            .hasher(
                new Argon2id(
                    new Argon2Parameters(8, 1, 1),
                    Argon2Parameters.STORED_HASH_LIMIT,
                    new SecureRandom()));
    new RandomUse(seed, clock, builder.build(), builder.buildOperator()).run(STEPS);
  }
}
