package com.thogits.auth.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Pools of ten connections to databases of their own, which are emptied after each test and used
 * again: to drop a database makes the server write everything out.
 */
final class PostgresDatabases implements AfterEachCallback {
  private static final Queue<PostgresDatabase> EMPTIED = new ConcurrentLinkedQueue<>();

  private final List<JdbcConnectionPool> pools = new ArrayList<>();
  private final List<PostgresDatabase> databases = new ArrayList<>();

  DataSource fresh() {
    return fresh("");
  }

  /** With the isolation that the server gives each session; its own choice if that is empty. */
  DataSource fresh(String isolation) {
    PostgresDatabase emptied = EMPTIED.poll();
    PostgresDatabase database = emptied == null ? PostgresDatabase.withSchema() : emptied;
    databases.add(database);
    JdbcConnectionPool pool =
        (isolation.isEmpty() ? database : database.with("default_transaction_isolation", isolation))
            .pool();
    pools.add(pool);
    return pool;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    pools.forEach(JdbcConnectionPool::dispose);
    pools.clear();
    for (PostgresDatabase database : databases) {
      database.execute("TRUNCATE thogits_user, thogits_session, thogits_attempt");
      EMPTIED.add(database);
    }
    databases.clear();
  }
}
