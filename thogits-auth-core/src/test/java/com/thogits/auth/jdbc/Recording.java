package com.thogits.auth.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** A data source that remembers every statement that was prepared and run through it. */
final class Recording {
  private final List<Recorded> statements = Collections.synchronizedList(new ArrayList<>());
  private final DataSource dataSource;
  private int connections;

  Recording(DataSource source) {
    this.dataSource =
        HandingOut.connections(source, connection -> recorded(connection, ++connections));
  }

  /** A value as it was bound to a parameter. */
  record Binding(String setter, int index, Object value) {}

  /**
   * A statement that was run.
   *
   * @param connection the number of its connection, from 1
   * @param autoCommit whether it was a transaction by itself
   * @param rows what it answered, if that was a count
   */
  record Recorded(
      String sql, List<Binding> bindings, int connection, boolean autoCommit, int rows) {

    /** Prepares other SQL with the same parameters. */
    PreparedStatement prepare(Connection on, String otherSql) throws SQLException {
      PreparedStatement statement = on.prepareStatement(otherSql);
      for (Binding binding : bindings) {
        switch (binding.setter()) {
          case "setString" -> statement.setString(binding.index(), (String) binding.value());
          case "setBytes" -> statement.setBytes(binding.index(), (byte[]) binding.value());
          case "setNull" -> statement.setNull(binding.index(), (Integer) binding.value());
          case "setArray" ->
              statement.setArray(
                  binding.index(), on.createArrayOf("varchar", (Object[]) binding.value()));
          case "setObject" -> statement.setObject(binding.index(), binding.value());
          default -> throw new AssertionError(binding.setter());
        }
      }
      return statement;
    }
  }

  DataSource dataSource() {
    return dataSource;
  }

  /** What was run since the last time somebody asked. */
  List<Recorded> take() {
    List<Recorded> taken = List.copyOf(statements);
    statements.clear();
    return taken;
  }

  private Connection recorded(Connection connection, int number) {
    return (Connection)
        Proxy.newProxyInstance(
            Recording.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              Object answer = HandingOut.invoke(connection, method, arguments);
              return answer instanceof PreparedStatement statement
                  ? recorded(statement, (String) arguments[0], connection, number)
                  : answer;
            });
  }

  private PreparedStatement recorded(
      PreparedStatement statement, String sql, Connection connection, int number) {
    List<Binding> bindings = new ArrayList<>();
    return (PreparedStatement)
        Proxy.newProxyInstance(
            Recording.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
              Object answer = HandingOut.invoke(statement, method, arguments);
              if (method.getName().startsWith("set")) {
                Object value =
                    arguments[1] instanceof Array array ? array.getArray() : arguments[1];
                bindings.add(new Binding(method.getName(), (Integer) arguments[0], value));
              } else if (method.getName().startsWith("execute")) {
                statements.add(
                    new Recorded(
                        sql,
                        bindings,
                        number,
                        connection.getAutoCommit(),
                        answer instanceof Integer rows ? rows : 0));
              }
              return answer;
            });
  }
}
