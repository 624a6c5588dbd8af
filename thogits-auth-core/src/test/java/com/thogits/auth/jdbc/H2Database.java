package com.thogits.auth.jdbc;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** A database of one test. */
record H2Database(String url) implements TestDatabase {

  /** Lives as long as the JVM. */
  static H2Database inMemory() {
    return new H2Database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  /** Open as long as a connection is. */
  static H2Database inFile(Path folder) {
    return new H2Database("jdbc:h2:file:" + folder.resolve("auth") + ";WRITE_DELAY=0");
  }

  H2Database with(String setting) {
    return new H2Database(url + ";" + setting);
  }

  H2Database withSchema() {
    JdbcSchema.apply(unpooled());
    return this;
  }

  @Override
  public DataSource unpooled() {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL(url);
    return dataSource;
  }

  @Override
  public JdbcConnectionPool pool() {
    return JdbcConnectionPool.create(url, "", "");
  }

  @Override
  public DataSource inTimeZone(String zone) {
    return with("TIME ZONE=" + zone).unpooled();
  }

  @Override
  public DataSource as(String user) {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL(url.replace(";DB_CLOSE_DELAY=-1", ""));
    dataSource.setUser(user);
    dataSource.setPassword(user);
    return dataSource;
  }

  @Override
  public void close() {
    execute("SHUTDOWN IMMEDIATELY");
  }
}
