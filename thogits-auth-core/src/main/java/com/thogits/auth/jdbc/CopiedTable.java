package com.thogits.auth.jdbc;

import static com.thogits.auth.jdbc.ColumnType.BYTES;
import static com.thogits.auth.jdbc.ColumnType.FLAG;
import static com.thogits.auth.jdbc.ColumnType.NUMBER;
import static com.thogits.auth.jdbc.ColumnType.TEXT;
import static com.thogits.auth.jdbc.ColumnType.TEXTS;
import static com.thogits.auth.jdbc.ColumnType.TIME;

import java.util.Collections;
import java.util.List;

/**
 * A table that holds what a copy takes along.
 *
 * @param name in the database
 * @param columns all there are, the primary key first
 */
record CopiedTable(String name, List<Column> columns) {
  private static final CopiedTable KEYS =
      table("thogits_key", column("key_id", NUMBER), column("canary", BYTES));
  private static final CopiedTable USERS =
      table(
          "thogits_user",
          column("id", TEXT),
          column("email", TEXT),
          column("canonical_email", TEXT),
          column("password_hash", TEXT),
          column("password_change_required", FLAG),
          column("display_name", TEXT),
          column("created_at", TIME),
          column("oauth_providers", TEXTS),
          column("totp_confirmed", BYTES),
          column("totp_confirmed_at", TIME),
          column("totp_pending", BYTES),
          column("totp_newest_step", NUMBER),
          column("recovery_codes", TEXTS),
          column("credential_epoch", NUMBER),
          column("version", NUMBER));
  private static final CopiedTable SESSIONS =
      table(
          "thogits_session",
          column("token", BYTES),
          column("id", TEXT),
          column("user_id", TEXT),
          column("standing", TEXT),
          column("second_factor", FLAG),
          column("credential_epoch", NUMBER),
          column("created_at", TIME),
          column("proven_at", TIME),
          column("expires_at", TIME),
          column("last_seen_at", TIME),
          column("address", TEXT),
          column("user_agent", TEXT));
  private static final CopiedTable ATTEMPTS =
      table(
          "thogits_attempt",
          column("attempt_key", TEXT),
          column("attempts", NUMBER),
          column("retry_at", TIME),
          column("forget_at", TIME));

  /** All of them, the keys' first: half a copy already asks for its own key ring. */
  static final List<CopiedTable> ALL = List.of(KEYS, USERS, SESSIONS, ATTEMPTS);

  String count() {
    return String.join(" ", "SELECT COUNT(*) AS rows_in_all FROM", name);
  }

  /** In the order of the keys, which is each database's own. */
  String selectFirst() {
    return String.join(" ", select(), "ORDER BY", key(), "LIMIT ?");
  }

  String selectAfter() {
    return String.join(" ", select(), "WHERE", key(), "> ? ORDER BY", key(), "LIMIT ?");
  }

  String selectByKeys(int keys) {
    return String.join(" ", select(), "WHERE", key(), "IN (", parameters(keys), ")");
  }

  String insert() {
    return String.join(
        " ", "INSERT INTO", name, "(", names(), ") VALUES (", parameters(columns.size()), ")");
  }

  private String select() {
    return String.join(" ", "SELECT", names(), "FROM", name);
  }

  private String key() {
    return columns.get(0).name();
  }

  private String names() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  private static String parameters(int number) {
    return String.join(", ", Collections.nCopies(number, "?"));
  }

  private static CopiedTable table(String name, Column... columns) {
    return new CopiedTable(name, List.of(columns));
  }

  private static Column column(String name, ColumnType type) {
    return new Column(name, type);
  }

  /** A column and what it holds. */
  record Column(String name, ColumnType type) {}
}
