package com.thogits.auth.jdbc;

import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contracts hold whatever a pool or a server does to its connections. */
class PoolSettingsTest {
  @RegisterExtension final PostgresDatabases databases = new PostgresDatabases();

  @Nested
  class H2WithoutAutoCommit extends JdbcStoresContract {
    @Override
    DataSource emptyDatabase() {
      DataSource source = HandingOut.withoutAutoCommit(H2Database.inMemory().unpooled());
      JdbcSchema.apply(source);
      return source;
    }
  }

  @Nested
  class H2Serializable extends JdbcStoresContract {
    @Override
    DataSource emptyDatabase() {
      DataSource source =
          HandingOut.withIsolation(
              H2Database.inMemory().unpooled(), Connection.TRANSACTION_SERIALIZABLE);
      JdbcSchema.apply(source);
      return source;
    }
  }

  @Nested
  class PostgresWithoutAutoCommit extends JdbcStoresContract {
    @Override
    DataSource emptyDatabase() {
      return HandingOut.withoutAutoCommit(databases.fresh());
    }
  }

  @Nested
  class PostgresRepeatableRead extends JdbcStoresContract {
    @Override
    DataSource emptyDatabase() {
      return databases.fresh("repeatable read");
    }
  }

  @Nested
  class PostgresSerializable extends JdbcServiceContract {
    @Override
    DataSource emptyDatabase() {
      return databases.fresh("serializable");
    }
  }
}
