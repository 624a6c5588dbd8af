package com.thogits.auth.jdbc;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.SessionStore;
import com.thogits.auth.UserStore;
import com.thogits.auth.contract.AttemptStoreContract;
import com.thogits.auth.contract.SessionStoreContract;
import com.thogits.auth.contract.UserStoreContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The contracts of the three stores, on one kind of database. */
abstract class JdbcStoresContract {

  /** A database with the tables and no row; asked for once before each test. */
  abstract DataSource emptyDatabase();

  @Nested
  class Users extends UserStoreContract {
    @Override
    protected UserStore emptyStore() {
      return new JdbcUserStore(emptyDatabase());
    }
  }

  @Nested
  class Sessions extends SessionStoreContract {
    private DataSource database;

    @Override
    protected SessionStore emptyStore() {
      database = emptyDatabase();
      return new JdbcSessionStore(database);
    }

    @Override
    protected UserStore emptyUserStore() {
      return new JdbcUserStore(database);
    }
  }

  @Nested
  class Counts extends AttemptStoreContract {
    @Override
    protected AttemptStore emptyStore() {
      return new JdbcAttemptStore(emptyDatabase());
    }
  }
}
