package com.thogits.auth.jdbc;

import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row from left to right, each call the next column; the other side of {@link Values}.
 * Drivers look names up anew for each result, and two tables of a join have names in common.
 */
final class Row {
  private final ResultSet result;
  private int column;

  Row(ResultSet result) {
    this.result = result;
  }

  String text() throws SQLException {
    return result.getString(++column);
  }

  @Nullable String textOrNull() throws SQLException {
    return result.getString(++column);
  }

  byte[] bytes() throws SQLException {
    return result.getBytes(++column);
  }

  byte @Nullable [] bytesOrNull() throws SQLException {
    return result.getBytes(++column);
  }

  Object value() throws SQLException {
    return result.getObject(++column);
  }

  int integer() throws SQLException {
    return result.getInt(++column);
  }

  long number() throws SQLException {
    return result.getLong(++column);
  }

  boolean flag() throws SQLException {
    return result.getBoolean(++column);
  }

  Instant instant() throws SQLException {
    return result.getObject(++column, OffsetDateTime.class).toInstant();
  }

  @Nullable Instant instantOrNull() throws SQLException {
    OffsetDateTime time = result.getObject(++column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  Ulid ulid() throws SQLException {
    return Ulid.parse(text());
  }

  TokenHash token() throws SQLException {
    return new TokenHash(bytes());
  }

  List<TokenHash> tokens() throws SQLException {
    List<String> texts = texts();
    // Most accounts have none, and every session check reads them.
    return texts.isEmpty()
        ? List.of()
        : texts.stream().map(HexFormat.of()::parseHex).map(TokenHash::new).toList();
  }

  List<String> texts() throws SQLException {
    Object[] texts = (Object[]) result.getArray(++column).getArray();
    return List.of(Arrays.copyOf(texts, texts.length, String[].class));
  }
}
