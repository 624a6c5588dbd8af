package com.thogits.auth.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs statements on one connection. Every value is a parameter, never part of the SQL. */
record Statements(Connection connection) {

  /** Makes something of a row. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Row row) throws SQLException;
  }

  int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /** One batch: as few round trips as the driver makes of it. */
  void insertAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] values : rows) {
        Values.bind(statement, values);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Statements that end with semicolons. Never give it a value. */
  void runScript(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  <T> Optional<T> find(Reading<T> reading, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(reading.read(new Row(result))) : Optional.empty();
      }
    }
  }

  <T> List<T> list(Reading<T> reading, String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(reading.read(new Row(result)));
        }
        return rows;
      }
    }
  }
}
