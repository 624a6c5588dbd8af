package com.thogits.auth.bench.sessions;

import com.thogits.auth.jdbc.JdbcSchema;
import com.thogits.auth.jdbc.JdbcSessionStore;
import com.thogits.auth.jdbc.JdbcUserStore;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A database that {@link FilledAccounts} are in, behind a pool of ten connections like the example
 * server's. It is filled once and then kept under {@code target}.
 */
final class FilledDatabase implements AutoCloseable {
  private static final Path DATA = Path.of("target", "bench-data");
  private static final int H2_CLOSED = 90121;

  private final HikariDataSource pool;
  private final Closeable server;

  private FilledDatabase(HikariDataSource pool, Closeable server) {
    this.pool = pool;
    this.server = server;
  }

  static FilledDatabase open(String engine, FilledAccounts accounts) throws Exception {
    Path folder = DATA.resolve(engine + "-" + accounts.count());
    Path filled = folder.resolveSibling(folder.getFileName() + ".filled");
    if (Files.notExists(filled)) {
      // What a fill that was cut off has left.
      delete(folder);
      Files.createDirectories(folder);
    }
    FilledDatabase database =
        engine.equals("H2") ? h2(folder, accounts) : postgreSql(folder, accounts);
    if (Files.notExists(filled)) {
      Files.createFile(filled);
    }
    return database;
  }

  /** An H2 of its own for whoever writes; the next one takes its place. */
  static FilledDatabase toWriteTo(FilledAccounts accounts) throws Exception {
    Path folder = DATA.resolve("H2-written");
    delete(folder);
    Files.createDirectories(folder);
    return h2(folder, accounts);
  }

  HikariDataSource pool() {
    return pool;
  }

  /** With the settings of the example server. */
  private static FilledDatabase h2(Path folder, FilledAccounts accounts) throws Exception {
    String url =
        "jdbc:h2:file:"
            + folder.resolve("auth").toAbsolutePath()
            + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;OPTIMIZE_REUSE_RESULTS=0;CACHE_SIZE="
            + Runtime.getRuntime().maxMemory() / 2 / 1024
            + ";WRITE_DELAY=";
    if (isEmpty(folder)) {
      try (HikariDataSource filling = pool(url + 1000)) {
        fill(filling, accounts);
        execute(filling, "SHUTDOWN COMPACT");
      } catch (SQLException e) {
        if (e.getErrorCode() != H2_CLOSED) {
          throw e;
        }
      }
    }
    return new FilledDatabase(pool(url + 0), () -> {});
  }

  private static FilledDatabase postgreSql(Path folder, FilledAccounts accounts) throws Exception {
    boolean empty = isEmpty(folder);
    EmbeddedPostgres server =
        EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false).start();
    String url = server.getJdbcUrl("postgres", "postgres");
    if (empty) {
      try (HikariDataSource filling = pool(url + "&reWriteBatchedInserts=true")) {
        fill(filling, accounts);
        execute(filling, "VACUUM ANALYZE");
      }
    }
    return new FilledDatabase(pool(url), server);
  }

  private static void fill(HikariDataSource pool, FilledAccounts accounts) {
    JdbcSchema.apply(pool);
    accounts.fill(new JdbcUserStore(pool)::insertAll, new JdbcSessionStore(pool)::insertAll);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void execute(HikariDataSource pool, String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static HikariDataSource pool(String url) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(url);
    configuration.setMaximumPoolSize(10);
    return new HikariDataSource(configuration);
  }

  @Override
  public void close() throws IOException {
    pool.close();
    server.close();
  }
}
