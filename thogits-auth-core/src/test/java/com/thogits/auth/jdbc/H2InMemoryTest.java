package com.thogits.auth.jdbc;

import javax.sql.DataSource;

class H2InMemoryTest extends JdbcServiceContract {
  @Override
  DataSource emptyDatabase() {
    return H2Database.inMemory().withSchema().unpooled();
  }
}
