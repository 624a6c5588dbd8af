package com.thogits.auth.jdbc;

import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the values of one row by their columns' names; the other side of {@link Values}. */
record Row(ResultSet result) {

  String text(String column) throws SQLException {
    return result.getString(column);
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return result.getString(column);
  }

  byte @Nullable [] bytesOrNull(String column) throws SQLException {
    return result.getBytes(column);
  }

  int integer(String column) throws SQLException {
    return result.getInt(column);
  }

  long number(String column) throws SQLException {
    return result.getLong(column);
  }

  Instant instant(String column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  Ulid ulid(String column) throws SQLException {
    return Ulid.parse(result.getString(column));
  }

  TokenHash token(String column) throws SQLException {
    return new TokenHash(result.getBytes(column));
  }

  List<String> texts(String column) throws SQLException {
    return Stream.of((Object[]) result.getArray(column).getArray())
        .map(String.class::cast)
        .toList();
  }
}
