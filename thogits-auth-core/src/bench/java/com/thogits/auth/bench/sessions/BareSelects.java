package com.thogits.auth.bench.sessions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The limit of a session check on a database: prepared selects by themselves, each value read as
 * its driver gives it, nothing made of it.
 */
record BareSelects(DataSource pool) {
  private static final String SESSION =
      """
      s.token, s.id, s.user_id, s.standing, s.second_factor, s.credential_epoch, s.created_at,
      s.proven_at, s.expires_at, s.last_seen_at, s.address, s.user_agent\
      """;
  private static final String USER =
      """
      u.id, u.email, u.canonical_email, u.password_hash, u.password_change_required,
      u.display_name, u.created_at, u.oauth_providers, u.totp_confirmed, u.totp_confirmed_at,
      u.totp_pending, u.totp_newest_step, u.recovery_codes, u.credential_epoch, u.version\
      """;
  private static final String JOINED =
      "SELECT "
          + SESSION
          + ", "
          + USER
          + " FROM thogits_session s JOIN thogits_user u ON u.id = s.user_id WHERE s.token = ?";
  private static final String BY_TOKEN =
      "SELECT " + SESSION + " FROM thogits_session s WHERE s.token = ?";
  private static final String BY_ID = "SELECT " + USER + " FROM thogits_user u WHERE u.id = ?";

  /** Session and user by one statement. */
  void joined(byte[] token, Blackhole values) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(JOINED)) {
      statement.setBytes(1, token);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          session(row, values);
          user(row, 12, values);
        }
      }
    }
  }

  /** The session and then its user, each on a connection from the pool. */
  void inTurn(byte[] token, Blackhole values) throws SQLException {
    String userId = null;
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(BY_TOKEN)) {
      statement.setBytes(1, token);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          userId = session(row, values);
        }
      }
    }
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(BY_ID)) {
      statement.setString(1, userId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          user(row, 0, values);
        }
      }
    }
  }

  private static String session(ResultSet row, Blackhole values) throws SQLException {
    values.consume(row.getBytes(1));
    values.consume(row.getString(2));
    String userId = row.getString(3);
    values.consume(row.getString(4));
    values.consume(row.getBoolean(5));
    values.consume(row.getLong(6));
    for (int time = 7; time <= 10; time++) {
      values.consume(row.getObject(time, OffsetDateTime.class));
    }
    values.consume(row.getString(11));
    values.consume(row.getString(12));
    return userId;
  }

  private static void user(ResultSet row, int before, Blackhole values) throws SQLException {
    for (int text = 1; text <= 4; text++) {
      values.consume(row.getString(before + text));
    }
    values.consume(row.getBoolean(before + 5));
    values.consume(row.getString(before + 6));
    values.consume(row.getObject(before + 7, OffsetDateTime.class));
    values.consume(row.getArray(before + 8).getArray());
    values.consume(row.getBytes(before + 9));
    values.consume(row.getObject(before + 10, OffsetDateTime.class));
    values.consume(row.getBytes(before + 11));
    values.consume(row.getLong(before + 12));
    values.consume(row.getArray(before + 13).getArray());
    values.consume(row.getLong(before + 14));
    values.consume(row.getLong(before + 15));
  }
}
