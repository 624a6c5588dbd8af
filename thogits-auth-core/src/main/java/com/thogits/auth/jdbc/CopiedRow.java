package com.thogits.auth.jdbc;

import com.thogits.auth.jdbc.CopiedTable.Column;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row as it was read from one database, and as it is written to the other. */
final class CopiedRow {
  private final List<Column> columns;
  private final @Nullable Object[] values;

  private CopiedRow(List<Column> columns, @Nullable Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  static CopiedRow read(List<Column> columns, Row row) throws SQLException {
    @Nullable Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).type().read(row);
    }
    return new CopiedRow(columns, values);
  }

  Object key() {
    return Objects.requireNonNull(values[0]);
  }

  /** In the order of the columns. */
  @Nullable Object[] values() {
    return values.clone();
  }

  /** The same wherever the row is kept, in hexadecimal; another one if any value is another. */
  String digest() {
    return HexFormat.of().formatHex(sha256());
  }

  byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(written());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private byte[] written() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (int i = 0; i < values.length; i++) {
        columns.get(i).type().write(out, values[i]);
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }
}
