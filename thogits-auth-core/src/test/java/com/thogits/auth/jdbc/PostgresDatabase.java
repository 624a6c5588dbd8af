package com.thogits.auth.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/** A database of one test on the PostgreSQL of this JVM. */
public final class PostgresDatabase implements TestDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final PostgresServer server;
  private final String name;
  private final String options;

  PostgresDatabase(PostgresServer server, String name, String options) {
    this.server = server;
    this.name = name;
    this.options = options;
  }

  static PostgresDatabase empty() {
    return copyOf("template1");
  }

  /** A database with the tables of the stores. */
  public static PostgresDatabase withSchema() {
    return copyOf(PostgresServer.TEMPLATE);
  }

  private static PostgresDatabase copyOf(String template) {
    PostgresServer server = PostgresServer.get();
    String name = "auth_" + NUMBER.incrementAndGet();
    server.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return new PostgresDatabase(server, name, "");
  }

  /** The same database, with a setting for each session. */
  PostgresDatabase with(String setting, String value) {
    String escaped = value.replace(" ", "\\ ");
    return new PostgresDatabase(server, name, options + " -c " + setting + "=" + escaped);
  }

  @Override
  public DataSource unpooled() {
    return pointed(new PGSimpleDataSource());
  }

  /** H2's pool takes connections of any database. */
  @Override
  public JdbcConnectionPool pool() {
    return JdbcConnectionPool.create(pointed(new PGConnectionPoolDataSource()));
  }

  @Override
  public DataSource inTimeZone(String zone) {
    return HandingOut.connections(
        unpooled(),
        connection -> {
          new Statements(connection).runScript("SET TIME ZONE '" + zone + "'");
          return connection;
        });
  }

  @Override
  public DataSource as(String user) {
    PGSimpleDataSource dataSource = pointed(new PGSimpleDataSource());
    dataSource.setUser(user);
    dataSource.setPassword(user);
    return dataSource;
  }

  @Override
  public void close() {
    server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  private <T extends BaseDataSource> T pointed(T dataSource) {
    dataSource.setServerNames(new String[] {"localhost"});
    dataSource.setPortNumbers(new int[] {server.port()});
    dataSource.setDatabaseName(name);
    dataSource.setUser("postgres");
    dataSource.setOptions(options.strip());
    return dataSource;
  }
}
