package com.thogits.auth.jdbc;

import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
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

  byte[] bytes(String column) throws SQLException {
    return result.getBytes(column);
  }

  byte @Nullable [] bytesOrNull(String column) throws SQLException {
    return result.getBytes(column);
  }

  Object value(String column) throws SQLException {
    return result.getObject(column);
  }

  int integer(String column) throws SQLException {
    return result.getInt(column);
  }

  long number(String column) throws SQLException {
    return result.getLong(column);
  }

  boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  Instant instant(String column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Nullable Instant instantOrNull(String column) throws SQLException {
    OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  Ulid ulid(String column) throws SQLException {
    return Ulid.parse(result.getString(column));
  }

  TokenHash token(String column) throws SQLException {
    return new TokenHash(bytes(column));
  }

  List<TokenHash> tokens(String column) throws SQLException {
    return texts(column).stream().map(HexFormat.of()::parseHex).map(TokenHash::new).toList();
  }

  List<String> texts(String column) throws SQLException {
    return Stream.of((Object[]) result.getArray(column).getArray())
        .map(String.class::cast)
        .toList();
  }
}
