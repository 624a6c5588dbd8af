package org.example.shop;

import com.thogits.auth.Email;
import com.thogits.auth.SealedSecret;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import com.thogits.auth.jdbc.SqlState;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Keeps accounts in the shop's table of customers, whose unique indexes decide every race. */
public final class CustomerStore implements UserStore {
  private static final String INSERT =
      """
      INSERT INTO customers (mail, mail_key, password, must_change, full_name, since, providers,
        totp_secret, totp_since, totp_pending, totp_step, recovery_codes, credential_epoch,
        version, auth_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String REPLACE =
      """
      UPDATE customers SET mail = ?, mail_key = ?, password = ?, must_change = ?, full_name = ?,
        since = ?, providers = ?, totp_secret = ?, totp_since = ?, totp_pending = ?, totp_step = ?,
        recovery_codes = ?, credential_epoch = ?, version = ?
      WHERE auth_id = ? AND version = ?
      """;

  private final DataSource dataSource;

  public CustomerStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public boolean insert(User user) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      bind(statement, user);
      return statement.executeUpdate() == 1;
    } catch (SQLException failure) {
      if (SqlState.isUniqueViolation(failure)) {
        return false;
      }
      throw SqlState.toStoreException(failure);
    }
  }

  @Override
  public Optional<User> findById(Ulid id) {
    return find("SELECT * FROM customers WHERE auth_id = ?", id.toString());
  }

  @Override
  public Optional<User> findByEmail(Email email) {
    return find("SELECT * FROM customers WHERE mail_key = ?", email.canonical());
  }

  @Override
  public boolean replace(User next) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      bind(statement, next);
      statement.setLong(16, next.version() - 1);
      return statement.executeUpdate() == 1;
    } catch (SQLException failure) {
      throw SqlState.toStoreException(failure);
    }
  }

  @Override
  public boolean delete(User last) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "DELETE FROM customers WHERE auth_id = ? AND version = ?")) {
      statement.setString(1, last.id().toString());
      statement.setLong(2, last.version());
      return statement.executeUpdate() == 1;
    } catch (SQLException failure) {
      throw SqlState.toStoreException(failure);
    }
  }

  private Optional<User> find(String sql, String key) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(user(row)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw SqlState.toStoreException(failure);
    }
  }

  private static void bind(PreparedStatement statement, User user) throws SQLException {
    TotpEnrolment totp = user.totp();
    statement.setString(1, user.email().address());
    statement.setString(2, user.email().canonical());
    statement.setString(3, user.passwordHash());
    statement.setBoolean(4, user.passwordChangeRequired());
    statement.setString(5, user.displayName());
    statement.setObject(6, time(user.createdAt()));
    statement.setArray(7, array(statement, user.oauthProviders()));
    statement.setBytes(8, bytes(totp.confirmed()));
    statement.setObject(9, time(totp.confirmedAt()));
    statement.setBytes(10, bytes(totp.pending()));
    statement.setLong(11, totp.newestUsedStep());
    statement.setArray(
        12, array(statement, totp.recoveryCodes().stream().map(TokenHash::toString).toList()));
    statement.setLong(13, user.credentialEpoch());
    statement.setLong(14, user.version());
    statement.setString(15, user.id().toString());
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        Ulid.parse(row.getString("auth_id")),
        new Email(row.getString("mail"), row.getString("mail_key")),
        row.getString("password"),
        row.getBoolean("must_change"),
        row.getString("full_name"),
        instant(row, "since"),
        texts(row, "providers").toList(),
        new TotpEnrolment(
            secret(row.getBytes("totp_secret")),
            instant(row, "totp_since"),
            secret(row.getBytes("totp_pending")),
            row.getLong("totp_step"),
            texts(row, "recovery_codes")
                .map(hex -> new TokenHash(HexFormat.of().parseHex(hex)))
                .toList()),
        row.getLong("credential_epoch"),
        row.getLong("version"));
  }

  /** A timestamp with its zone, so that the JVM's own zone does not matter. */
  private static OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static byte[] bytes(SealedSecret secret) {
    return secret == null ? null : secret.toBytes();
  }

  private static SealedSecret secret(byte[] bytes) {
    return bytes == null ? null : new SealedSecret(bytes);
  }

  private static Array array(PreparedStatement statement, List<String> texts) throws SQLException {
    return statement.getConnection().createArrayOf("varchar", texts.toArray());
  }

  private static Stream<String> texts(ResultSet row, String column) throws SQLException {
    return Stream.of((Object[]) row.getArray(column).getArray()).map(String.class::cast);
  }
}
