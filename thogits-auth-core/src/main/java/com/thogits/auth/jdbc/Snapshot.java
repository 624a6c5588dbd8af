package com.thogits.auth.jdbc;

import com.thogits.auth.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database as it was at one moment, however long it is read and whoever writes meanwhile. */
final class Snapshot implements AutoCloseable {
  private final Connection connection;
  private final boolean autoCommit;
  private final int isolation;

  private Snapshot(Connection connection) throws SQLException {
    this.connection = connection;
    this.autoCommit = connection.getAutoCommit();
    this.isolation = connection.getTransactionIsolation();
  }

  static Snapshot of(DataSource dataSource) {
    try {
      Connection connection = dataSource.getConnection();
      try {
        Snapshot snapshot = new Snapshot(connection);
        connection.setTransactionIsolation(level(connection));
        connection.setAutoCommit(false);
        return snapshot;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqlState.toStoreException(e);
    }
  }

  /** At the lower level, H2 keeps nothing but the tables of the first statement as they were. */
  private static int level(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("H2")
        ? Connection.TRANSACTION_SERIALIZABLE
        : Connection.TRANSACTION_REPEATABLE_READ;
  }

  /**
   * Reads.
   *
   * @throws StoreException if the database can't do its work
   */
  <T> T read(Jdbc.Work<T> work) {
    try {
      return work.run(new Statements(connection));
    } catch (SQLException e) {
      throw SqlState.toStoreException(e);
    }
  }

  /** Hands the connection back as it came. */
  @Override
  public void close() {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
      connection.setTransactionIsolation(isolation);
    } catch (SQLException e) {
      throw SqlState.toStoreException(e);
    }
  }
}
