package com.thogits.auth.jdbc;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One step of the schema, kept as a file of SQL. A database may commit each statement by itself, so
 * every statement of a change must be safe to run again.
 *
 * @param number changes are applied in the order of their numbers, from 1 without gaps
 * @param file its name in the folder {@code schema}
 */
record SchemaChange(int number, String file) {

  String sql() {
    try (InputStream in = SchemaChange.class.getResourceAsStream("schema/" + file)) {
      return new String(
          requireNonNull(in, () -> "schema/" + file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreException("The library's file " + file + " cannot be read.", e);
    }
  }
}
