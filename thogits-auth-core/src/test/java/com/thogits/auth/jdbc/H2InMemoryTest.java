package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.Attempts;
import com.thogits.auth.Email;
import com.thogits.auth.SealedSecret;
import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.SessionStore;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import com.thogits.auth.contract.AttemptStoreContract;
import com.thogits.auth.contract.AuthServiceContract;
import com.thogits.auth.contract.SessionStoreContract;
import com.thogits.auth.contract.UserStoreContract;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class H2InMemoryTest {

  private static DataSource emptyDatabase() {
    return H2Database.inMemory().withSchema().unpooled();
  }

  @Nested
  class Service extends AuthServiceContract {
    @Override
    protected Stores emptyStores() {
      DataSource database = emptyDatabase();
      return new Stores(
          new JdbcUserStore(database),
          new JdbcSessionStore(database),
          new JdbcAttemptStore(database));
    }
  }

  @Nested
  class Users extends UserStoreContract {
    @Override
    protected UserStore emptyStore() {
      return new JdbcUserStore(emptyDatabase());
    }
  }

  @Nested
  class Sessions extends SessionStoreContract {
    @Override
    protected SessionStore emptyStore() {
      return new JdbcSessionStore(emptyDatabase());
    }
  }

  @Nested
  class Counts extends AttemptStoreContract {
    @Override
    protected AttemptStore emptyStore() {
      return new JdbcAttemptStore(emptyDatabase());
    }
  }

  @Test
  void nodesInDifferentTimeZonesShareOneTime() {
    H2Database database = H2Database.inMemory().withSchema();
    DataSource east = database.with("TIME ZONE=Asia/Kathmandu").unpooled();
    DataSource west = database.with("TIME ZONE=America/St_Johns").unpooled();
    Instant now = Instant.parse("2024-11-03T04:30:00.123Z");
    TokenHash token = new TokenHash(new byte[32]);
    Session session =
        new Session(
            token,
            new Ulid(0, 1),
            new Ulid(0, 1),
            Standing.FULL,
            true,
            1,
            now,
            now,
            now,
            now,
            "192.0.2.1",
            "");
    Attempts attempts = new Attempts(1, now, now.plusMillis(1));

    User user =
        new User(
            new Ulid(0, 1),
            Email.parse("ann@example.org").orElseThrow(),
            null,
            false,
            null,
            now,
            List.of(),
            new TotpEnrolment(new SealedSecret(new byte[60]), now, null, 1, List.of(token)),
            1,
            1);

    new JdbcUserStore(east).insert(user);
    new JdbcSessionStore(east).insert(session);
    new JdbcAttemptStore(east).insert("key", attempts);

    assertThat(new JdbcUserStore(west).findById(user.id())).contains(user);
    assertThat(new JdbcSessionStore(west).find(token)).contains(session);
    assertThat(new JdbcSessionStore(west).deleteExpired(now.minusMillis(1), now.minusMillis(1)))
        .isZero();
    assertThat(new JdbcSessionStore(west).deleteExpired(now, now.minusMillis(1))).isOne();
    assertThat(new JdbcAttemptStore(west).find("key")).contains(attempts);
    assertThat(new JdbcAttemptStore(west).replace("key", attempts, attempts)).isTrue();
    assertThat(new JdbcAttemptStore(west).deleteExpired(now)).isZero();
    assertThat(new JdbcAttemptStore(west).deleteExpired(now.plusMillis(1))).isOne();
  }
}
