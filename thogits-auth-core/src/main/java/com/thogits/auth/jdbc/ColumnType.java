package com.thogits.auth.jdbc;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column holds: how it is read, and how it is written down the same for any database. */
enum ColumnType {
  TEXT,
  BYTES,
  NUMBER,
  FLAG,
  TIME,
  TEXTS;

  /** Answers what {@link Values} binds. */
  @Nullable Object read(Row row) throws SQLException {
    return switch (this) {
      case TEXT -> row.textOrNull();
      case BYTES -> row.bytesOrNull();
      case NUMBER -> row.number();
      case FLAG -> row.flag();
      case TIME -> row.instantOrNull();
      case TEXTS -> row.texts();
    };
  }

  /** In such a way that no two values of the type, null included, are written alike. */
  void write(DataOutputStream out, @Nullable Object value) throws IOException {
    out.writeBoolean(value != null);
    if (value == null) {
      return;
    }
    switch (this) {
      case TEXT -> text(out, (String) value);
      case BYTES -> bytes(out, (byte[]) value);
      case NUMBER -> out.writeLong((Long) value);
      case FLAG -> out.writeBoolean((Boolean) value);
      case TIME -> time(out, (Instant) value);
      case TEXTS -> texts(out, (List<?>) value);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void time(DataOutputStream out, Instant time) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  private static void texts(DataOutputStream out, List<?> texts) throws IOException {
    out.writeInt(texts.size());
    for (Object one : texts) {
      text(out, (String) one);
    }
  }
}
