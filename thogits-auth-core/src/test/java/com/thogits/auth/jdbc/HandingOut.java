package com.thogits.auth.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A data source that hands out the connections of another after something was done to them. */
final class HandingOut {
  private HandingOut() {}

  /** What is done to a connection. */
  @FunctionalInterface
  interface Preparation {
    Connection prepare(Connection connection) throws SQLException;
  }

  static DataSource connections(DataSource source, Preparation preparation) {
    return (DataSource)
        Proxy.newProxyInstance(
            HandingOut.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Object answer = invoke(source, method, arguments);
              return answer instanceof Connection connection
                  ? preparation.prepare(connection)
                  : answer;
            });
  }

  static DataSource withoutAutoCommit(DataSource source) {
    return connections(
        source,
        connection -> {
          connection.setAutoCommit(false);
          return connection;
        });
  }

  static DataSource withIsolation(DataSource source, int level) {
    return connections(
        source,
        connection -> {
          connection.setTransactionIsolation(level);
          return connection;
        });
  }

  /** Calls back whenever the connection is about to prepare SQL that has this part. */
  static Connection watched(Connection connection, String part, Runnable callBack) {
    return (Connection)
        Proxy.newProxyInstance(
            HandingOut.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0].toString().contains(part)) {
                callBack.run();
              }
              return invoke(connection, method, arguments);
            });
  }

  /** The one connection there is: closing it does nothing. */
  static Connection kept(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            HandingOut.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : invoke(connection, method, arguments));
  }

  static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
