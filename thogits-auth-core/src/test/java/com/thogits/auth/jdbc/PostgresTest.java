package com.thogits.auth.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL as it is out of the box: read committed, each statement by itself. */
class PostgresTest extends JdbcServiceContract {
  @RegisterExtension final PostgresDatabases databases = new PostgresDatabases();

  @Override
  DataSource emptyDatabase() {
    return databases.fresh();
  }
}
