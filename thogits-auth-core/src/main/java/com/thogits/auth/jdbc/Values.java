package com.thogits.auth.jdbc;

import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values into statements, the same on every database and in every time zone. */
final class Values {
  private Values() {}

  static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Ulid id) {
      statement.setString(index, id.toString());
    } else if (value instanceof TokenHash token) {
      statement.setBytes(index, token.toBytes());
    } else if (value instanceof List<?> texts) {
      statement.setArray(
          index, statement.getConnection().createArrayOf("varchar", texts.toArray()));
    } else if (value == null) {
      statement.setNull(index, JDBCType.NULL.getVendorTypeNumber());
    } else {
      statement.setObject(index, value);
    }
  }
}
