package com.thogits.auth.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** A database of one test. */
public interface TestDatabase extends AutoCloseable {

  /** Opens a connection each time. */
  DataSource unpooled();

  /** Keeps at most ten connections open. */
  JdbcConnectionPool pool();

  /** Opens connections whose sessions are in a time zone. */
  DataSource inTimeZone(String zone);

  /** Opens connections of a user who has its name as password. */
  DataSource as(String user);

  /** Opens connections of a new user who may read one table and do nothing else. */
  default DataSource asReaderOf(String table) {
    // PostgreSQL knows a user in all its databases.
    String user = "reader_" + UUID.randomUUID().toString().replace('-', '_');
    execute("CREATE USER " + user + " PASSWORD '" + user + "'");
    execute("GRANT SELECT ON " + table + " TO " + user);
    return as(user);
  }

  /** Drops the database, also if it is still in use. */
  @Override
  void close();

  /** Runs one statement on a connection of its own. */
  default void execute(String sql) {
    try (Connection connection = unpooled().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
