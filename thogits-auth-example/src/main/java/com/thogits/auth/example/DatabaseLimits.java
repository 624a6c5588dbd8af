package com.thogits.auth.example;

import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * How long a database that hangs may keep a request: a connection is waited for, then a statement,
 * and each has its end. What the JDBC URL says itself comes first.
 */
final class DatabaseLimits {
  /** For a connection out of the pool, a new one included. */
  static final Duration POOL_WAIT = Duration.ofSeconds(3);

  private static final Duration ALIVE_CHECK = Duration.ofSeconds(1);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration LOGIN = Duration.ofSeconds(5);

  /** The database gives a statement up, so that it does not work on for nobody. */
  private static final Duration STATEMENT = Duration.ofSeconds(4);

  /** Then the database itself must be hanging, or the network. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private DatabaseLimits() {}

  private static boolean isPostgres(JdbcUrl jdbc) {
    return jdbc.url().startsWith("jdbc:postgresql:");
  }

  /**
   * What the driver is told for a connection that may take its time, to make the tables for
   * instance: only connecting has limits.
   */
  static Properties patient(JdbcUrl jdbc) {
    Properties properties = new Properties();
    properties.setProperty("user", jdbc.user());
    properties.setProperty("password", jdbc.password());
    if (isPostgres(jdbc)) {
      connecting().forEach(properties::setProperty);
    }
    return properties;
  }

  /** What it is told for a connection that requests are answered from. */
  static Properties serving(JdbcUrl jdbc) {
    Properties properties = patient(jdbc);
    if (isPostgres(jdbc)) {
      properties.setProperty("socketTimeout", seconds(SILENCE));
    }
    return properties;
  }

  /** For the pool of those. */
  static void apply(JdbcUrl jdbc, HikariConfig pool) {
    pool.setConnectionTimeout(POOL_WAIT.toMillis());
    pool.setValidationTimeout(ALIVE_CHECK.toMillis());
    if (isPostgres(jdbc)) {
      pool.setConnectionInitSql("SET statement_timeout = " + STATEMENT.toMillis());
    }
  }

  /** DriverManager's own limit means nothing to this driver. */
  private static Map<String, String> connecting() {
    return Map.of(
        "connectTimeout", seconds(CONNECT),
        "loginTimeout", seconds(LOGIN),
        "tcpKeepAlive", "true");
  }

  private static String seconds(Duration limit) {
    return Long.toString(limit.toSeconds());
  }
}
