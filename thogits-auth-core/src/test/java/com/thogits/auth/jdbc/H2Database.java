package com.thogits.auth.jdbc;

import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** A database of one test. */
record H2Database(String url) {

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

  /** Opens a connection each time. */
  DataSource unpooled() {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL(url);
    return dataSource;
  }

  JdbcConnectionPool pool() {
    return JdbcConnectionPool.create(url, "", "");
  }
}
