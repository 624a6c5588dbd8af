package com.thogits.auth.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Loses the connection at one of the statements and commits, counted from 1. */
final class FailingOnce {
  private static final Set<String> CALLS = Set.of("prepareStatement", "commit");

  private final DataSource source;
  private int left;

  FailingOnce(DataSource source, int number) {
    this.source = source;
    this.left = number;
  }

  DataSource connections() {
    return HandingOut.connections(source, this::failing);
  }

  private Connection failing(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            FailingOnce.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (CALLS.contains(method.getName()) && --left == 0) {
                connection.rollback();
                throw new SQLException("connection lost", "08006");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
