package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL for all tests of this JVM, with a template database that has the schema. It is
 * started when the first test asks for it and stopped with the JVM. Tests that need it are skipped
 * where it does not start, unless the system property {@code thogits.optional} is {@code required}.
 *
 * <p>It does without fsync: nothing here is about what outlives the machine.
 */
final class PostgresServer {
  static final String TEMPLATE = "auth_template";

  private static @Nullable PostgresServer started;
  private static @Nullable Exception failure;

  private final EmbeddedPostgres postgres;

  private PostgresServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static synchronized PostgresServer get() {
    if (started == null && failure == null) {
      try {
        started = start();
      } catch (IOException | RuntimeException e) {
        failure = e;
      }
    }
    if (started == null) {
      String message = "PostgreSQL does not start: the stores are not tested on it";
      if ("required".equals(System.getProperty("thogits.optional"))) {
        throw new AssertionError(message, failure);
      }
      assumeThat(failure).as(message).isNull();
    }
    return started;
  }

  private static PostgresServer start() throws IOException {
    PostgresServer server =
        new PostgresServer(
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "32MB")
                .start());
    server.execute("CREATE DATABASE " + TEMPLATE);
    JdbcSchema.apply(new PostgresDatabase(server, TEMPLATE, "").unpooled());
    return server;
  }

  int port() {
    return postgres.getPort();
  }

  void execute(String sql) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
