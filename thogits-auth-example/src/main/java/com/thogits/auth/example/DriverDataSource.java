package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A new connection each time, straight from the driver and with the driver's own errors. */
final class DriverDataSource implements DataSource {
  private final Driver driver;
  private final String url;
  private final Properties properties;
  private volatile int loginTimeoutSeconds;

  private DriverDataSource(Driver driver, String url, Properties properties) {
    this.driver = driver;
    this.url = url;
    this.properties = properties;
  }

  /**
   * Connects to nothing yet.
   *
   * @param properties what the driver is told for each connection
   */
  static DriverDataSource of(JdbcUrl jdbc, Properties properties) throws StartException {
    return new DriverDataSource(driver(jdbc.url()), jdbc.url(), properties);
  }

  private static Driver driver(String url) throws StartException {
    if (url.startsWith("jdbc:h2:")) {
      // DriverManager would load the classes of every driver in the jar.
      return new org.h2.Driver();
    }
    try {
      return DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw cannotStart("the JDBC URL is for no database that this server speaks with");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return driver.connect(url, properties);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The user is in the properties.");
  }

  /** What the pool has set: it waits so long for connections under way when it is closed. */
  @Override
  public int getLoginTimeout() {
    return loginTimeoutSeconds;
  }

  /** Limits no connecting: the properties hold what does. */
  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeoutSeconds = seconds;
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("Drivers have logs of their own.");
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("Drivers have logs of their own.");
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return driver.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("Nothing is wrapped.");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
