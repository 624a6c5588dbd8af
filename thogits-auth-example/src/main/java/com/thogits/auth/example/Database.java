package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import com.thogits.auth.StoreException;
import com.thogits.auth.example.DatabaseLocation.DataFolder;
import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import com.thogits.auth.jdbc.JdbcSchema;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** The pool of connections to the database, with the schema in place. */
final class Database implements AutoCloseable {
  /** Few and busy beats many and queueing inside the database; the hashes take longer anyway. */
  private static final int MOST_CONNECTIONS = 10;

  private static final int CONNECTIONS_TO_PREPARE = 2;

  /**
   * H2 acknowledges a commit before it writes it unless told otherwise, closes itself while
   * requests are still answered, and writes failed statements with their values to a trace file.
   */
  private static final String[] H2_SETTINGS = {
    "WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE", "TRACE_LEVEL_FILE=0"
  };

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  static Database open(DatabaseLocation location) throws StartException {
    JdbcUrl jdbc =
        location instanceof DataFolder data
            ? new JdbcUrl(H2File.prepare(data.folder()), "thogits", "")
            : (JdbcUrl) location;
    return open(new JdbcUrl(withH2Settings(jdbc.url()), jdbc.user(), jdbc.password()));
  }

  private static Database open(JdbcUrl jdbc) throws StartException {
    // The pool hides a driver's own error behind a time-out, so the first connection is made here.
    try (Connection first = connect(jdbc)) {
      if (first.isReadOnly()) {
        throw cannotStart("the database is read-only");
      }
      prepare(jdbc);
      return new Database(new HikariDataSource(serving(jdbc)));
    } catch (SQLException e) {
      throw cannotStart(DatabaseErrors.explain(e, jdbc));
    }
  }

  private static Connection connect(JdbcUrl jdbc) throws SQLException, StartException {
    try {
      DriverManager.getDriver(jdbc.url());
    } catch (SQLException e) {
      throw cannotStart("the JDBC URL is for no database that this server speaks with");
    }
    return DriverManager.getConnection(jdbc.url(), DatabaseLimits.patient(jdbc));
  }

  /** Changing the tables of a large database takes longer than any request may. */
  private static void prepare(JdbcUrl jdbc) throws StartException {
    try (HikariDataSource patient = new HikariDataSource(configuration(jdbc))) {
      JdbcSchema.apply(patient);
    } catch (StoreException e) {
      throw cannotStart("cannot prepare the database: " + e.getMessage());
    }
  }

  private static HikariConfig configuration(JdbcUrl jdbc) {
    HikariConfig configuration = new HikariConfig();
    configuration.setPoolName("thogits");
    configuration.setJdbcUrl(jdbc.url());
    configuration.setDataSourceProperties(DatabaseLimits.patient(jdbc));
    configuration.setAutoCommit(true);
    configuration.setMaximumPoolSize(CONNECTIONS_TO_PREPARE);
    return configuration;
  }

  private static HikariConfig serving(JdbcUrl jdbc) {
    HikariConfig configuration = configuration(jdbc);
    configuration.setMaximumPoolSize(MOST_CONNECTIONS);
    configuration.setExceptionOverride(new UselessConnections());
    DatabaseLimits.apply(jdbc, configuration);
    return configuration;
  }

  /** Adds what the URL does not settle itself, so that what is acknowledged is kept in any H2. */
  static String withH2Settings(String url) {
    if (!url.startsWith("jdbc:h2:")) {
      return url;
    }
    StringBuilder complete = new StringBuilder(url);
    for (String setting : H2_SETTINGS) {
      String name = setting.substring(0, setting.indexOf('='));
      if (!url.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
        complete.append(';').append(setting);
      }
    }
    return complete.toString();
  }

  DataSource connections() {
    return pool;
  }

  /** Ends every connection; with the last one, H2 closes its file. */
  @Override
  public void close() {
    pool.close();
  }
}
