package com.thogits.auth.jdbc;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.SessionStore;
import com.thogits.auth.UserStore;
import com.thogits.auth.contract.AttemptStoreContract;
import com.thogits.auth.contract.SessionStoreContract;
import com.thogits.auth.contract.UserStoreContract;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The contracts hold whatever a pool does to its connections. */
class PoolSettingsTest {

  private static DataSource withoutAutoCommit() {
    DataSource source = HandingOut.withoutAutoCommit(H2Database.inMemory().unpooled());
    JdbcSchema.apply(source);
    return source;
  }

  private static DataSource serializable() {
    DataSource source =
        HandingOut.withIsolation(
            H2Database.inMemory().unpooled(), Connection.TRANSACTION_SERIALIZABLE);
    JdbcSchema.apply(source);
    return source;
  }

  @Nested
  class UsersWithoutAutoCommit extends UserStoreContract {
    @Override
    protected UserStore emptyStore() {
      return new JdbcUserStore(withoutAutoCommit());
    }
  }

  @Nested
  class SessionsWithoutAutoCommit extends SessionStoreContract {
    @Override
    protected SessionStore emptyStore() {
      return new JdbcSessionStore(withoutAutoCommit());
    }
  }

  @Nested
  class AttemptsWithoutAutoCommit extends AttemptStoreContract {
    @Override
    protected AttemptStore emptyStore() {
      return new JdbcAttemptStore(withoutAutoCommit());
    }
  }

  @Nested
  class UsersSerializable extends UserStoreContract {
    @Override
    protected UserStore emptyStore() {
      return new JdbcUserStore(serializable());
    }
  }

  @Nested
  class SessionsSerializable extends SessionStoreContract {
    @Override
    protected SessionStore emptyStore() {
      return new JdbcSessionStore(serializable());
    }
  }

  @Nested
  class AttemptsSerializable extends AttemptStoreContract {
    @Override
    protected AttemptStore emptyStore() {
      return new JdbcAttemptStore(serializable());
    }
  }
}
