package com.thogits.auth.jdbc;

import com.thogits.auth.contract.AuthServiceContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The contracts of the three stores and that of the service over them. */
abstract class JdbcServiceContract extends JdbcStoresContract {

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
}
