package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import com.thogits.auth.StoreException;
import com.thogits.auth.example.DatabaseLocation.DataFolder;
import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import com.thogits.auth.jdbc.JdbcSchema;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;

/** The pool of connections to the database, with the schema in place. */
final class Database implements AutoCloseable {
  /** Few and busy beats many and queueing inside the database; the hashes take longer anyway. */
  private static final int MOST_CONNECTIONS = 10;

  private static final int CONNECTIONS_TO_WORK = 2;
  private static final Set<String> H2_CLOSED = Set.of("90098", "90121");

  private final HikariDataSource pool;
  private final boolean inDataFolder;

  private Database(HikariConfig configuration, DatabaseLocation location) {
    this.pool = new HikariDataSource(configuration);
    this.inDataFolder = location instanceof DataFolder;
  }

  /** For requests: the tables are there, and a database that hangs is not waited for long. */
  static Database open(DatabaseLocation location) throws StartException {
    JdbcUrl jdbc = url(location, H2Settings.DURABLE);
    DataSource patient = DriverDataSource.of(jdbc, DatabaseLimits.patient(jdbc));
    try (Connection first = patient.getConnection()) {
      requireWritable(first);
      prepare(patient);
      return new Database(serving(jdbc), location);
    } catch (SQLException e) {
      throw cannotStart(DatabaseErrors.explain(e, jdbc));
    }
  }

  /**
   * For long work that can be run again: without a look at the tables, and as patient as it takes.
   * H2 has written everything when it is closed.
   */
  static Database connect(DatabaseLocation location) throws StartException {
    JdbcUrl jdbc = url(location, H2Settings.WRITTEN_TOGETHER);
    DataSource patient = DriverDataSource.of(jdbc, working(jdbc));
    try (Connection first = patient.getConnection()) {
      requireWritable(first);
      return new Database(pool(patient, CONNECTIONS_TO_WORK), location);
    } catch (SQLException e) {
      throw cannotStart(DatabaseErrors.explain(e, jdbc));
    }
  }

  private static JdbcUrl url(DatabaseLocation location, String h2WriteDelay) throws StartException {
    JdbcUrl jdbc =
        location instanceof DataFolder data
            ? new JdbcUrl(H2File.prepare(data.folder()), "thogits", "")
            : (JdbcUrl) location;
    String url = H2Settings.add(jdbc.url(), h2WriteDelay, Runtime.getRuntime().maxMemory());
    return new JdbcUrl(url, jdbc.user(), jdbc.password());
  }

  private static void requireWritable(Connection first) throws SQLException, StartException {
    if (first.isReadOnly()) {
      throw cannotStart("the database is read-only");
    }
  }

  /** Changing the tables of a large database takes longer than any request may. */
  private static void prepare(DataSource patient) throws StartException {
    try {
      JdbcSchema.apply(patient);
    } catch (StoreException e) {
      throw cannotStart("cannot prepare the database: " + e.getMessage());
    }
  }

  private static Properties working(JdbcUrl jdbc) {
    Properties properties = DatabaseLimits.patient(jdbc);
    if (jdbc.url().startsWith("jdbc:postgresql:")) {
      // Many rows in one statement.
      properties.setProperty("reWriteBatchedInserts", "true");
    }
    return properties;
  }

  private static HikariConfig serving(JdbcUrl jdbc) throws StartException {
    DataSource limited = DriverDataSource.of(jdbc, DatabaseLimits.serving(jdbc));
    HikariConfig configuration = pool(limited, MOST_CONNECTIONS);
    configuration.setExceptionOverride(new UselessConnections());
    DatabaseLimits.apply(jdbc, configuration);
    return configuration;
  }

  private static HikariConfig pool(DataSource connections, int most) {
    HikariConfig configuration = new HikariConfig();
    configuration.setPoolName("thogits");
    configuration.setDataSource(connections);
    configuration.setAutoCommit(true);
    configuration.setMaximumPoolSize(most);
    return configuration;
  }

  /** Whether there is any. */
  boolean holdsAccounts() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet any = statement.executeQuery("SELECT id FROM thogits_user LIMIT 1")) {
      return any.next();
    } catch (SQLException e) {
      throw new StoreException("The accounts can't be read.", e);
    }
  }

  /**
   * Gives back the room that very many writes leave in the file of a data folder. It is the last
   * thing to do: nothing can be read or written afterwards.
   */
  void compact() {
    if (!inDataFolder) {
      return;
    }
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    } catch (SQLException e) {
      // With the database, this statement and its connection are closed already.
      if (!H2_CLOSED.contains(String.valueOf(e.getSQLState()))) {
        throw new StoreException("The data folder can't be compacted.", e);
      }
    }
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
