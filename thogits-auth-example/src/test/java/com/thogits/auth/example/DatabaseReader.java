package com.thogits.auth.example;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the servers' database without a line of theirs. */
record DatabaseReader(String url, String user) {

  /** The number that a query answers with. */
  long number(String sql, Object... values) throws SQLException {
    List<List<Object>> rows = rows(sql, values);
    return ((Number) rows.get(0).get(0)).longValue();
  }

  /** All that a query answers with. */
  List<List<Object>> rows(String sql, Object... values) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "");
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<List<Object>> rows = new ArrayList<>();
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.add(found.getObject(i));
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  /** One that looks at the rows themselves. */
  DatabaseReader withoutIndexes() {
    String settings =
        "?options=-c%20enable_indexscan=off%20-c%20enable_indexonlyscan=off"
            + "%20-c%20enable_bitmapscan=off";
    return new DatabaseReader(url + settings, user);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static byte[] sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
