package com.thogits.auth.jdbc;

import com.thogits.auth.Email;
import com.thogits.auth.SealedSecret;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps accounts in the table {@code thogits_user} of H2 or PostgreSQL. Each call takes a
 * connection of its own and is committed when it returns; it never joins a transaction of the
 * caller. A unique index decides who gets an e-mail address, an update's count who wrote a version.
 * {@link JdbcSchema#apply} makes the table.
 */
public final class JdbcUserStore implements UserStore {
  static final String COLUMNS =
      """
      id, email, canonical_email, password_hash, password_change_required, display_name,
        created_at, oauth_providers, totp_confirmed, totp_confirmed_at, totp_pending,
        totp_newest_step, recovery_codes, credential_epoch, version
      """;
  private static final String INSERT =
      "INSERT INTO thogits_user ("
          + COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT = "SELECT " + COLUMNS + "FROM thogits_user ";
  private static final String REPLACE =
      """
      UPDATE thogits_user
      SET email = ?, canonical_email = ?, password_hash = ?, password_change_required = ?,
        display_name = ?, created_at = ?, oauth_providers = ?, totp_confirmed = ?,
        totp_confirmed_at = ?, totp_pending = ?, totp_newest_step = ?, recovery_codes = ?,
        credential_epoch = ?, version = ?
      WHERE id = ? AND version = ?
      """;
  private static final String DELETE = "DELETE FROM thogits_user WHERE id = ? AND version = ?";

  private final Jdbc jdbc;

  /** A store on the database of {@code dataSource}. */
  public JdbcUserStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public boolean insert(User user) {
    return jdbc.insert(INSERT, values(user));
  }

  /**
   * Inserts many accounts in one transaction and few round trips: all of them, or none.
   *
   * @throws com.thogits.auth.StoreException if an e-mail or an id is taken, or the database can't
   *     do its work
   */
  public void insertAll(List<User> users) {
    jdbc.insertAll(INSERT, users.stream().<@Nullable Object[]>map(JdbcUserStore::values).toList());
  }

  @Override
  public Optional<User> findById(Ulid id) {
    return jdbc.find(JdbcUserStore::read, SELECT + "WHERE id = ?", id);
  }

  @Override
  public Optional<User> findByEmail(Email email) {
    return jdbc.find(JdbcUserStore::read, SELECT + "WHERE canonical_email = ?", email.canonical());
  }

  @Override
  public boolean replace(User next) {
    return jdbc.update(
            REPLACE,
            next.email().address(),
            next.email().canonical(),
            next.passwordHash(),
            next.passwordChangeRequired(),
            next.displayName(),
            next.createdAt(),
            next.oauthProviders(),
            bytes(next.totp().confirmed()),
            next.totp().confirmedAt(),
            bytes(next.totp().pending()),
            next.totp().newestUsedStep(),
            hex(next.totp().recoveryCodes()),
            next.credentialEpoch(),
            next.version(),
            next.id(),
            next.version() - 1)
        == 1;
  }

  @Override
  public boolean delete(User last) {
    return jdbc.update(DELETE, last.id(), last.version()) == 1;
  }

  boolean isOnDatabaseOf(Jdbc other) {
    return jdbc.isOnDatabaseOf(other);
  }

  static User read(Row row) throws SQLException {
    return new User(
        row.ulid(),
        new Email(row.text(), row.text()),
        row.textOrNull(),
        row.flag(),
        row.textOrNull(),
        row.instant(),
        row.texts(),
        new TotpEnrolment(
            secret(row.bytesOrNull()),
            row.instantOrNull(),
            secret(row.bytesOrNull()),
            row.number(),
            row.tokens()),
        row.number(),
        row.number());
  }

  private static @Nullable Object[] values(User user) {
    return new @Nullable Object[] {
      user.id(),
      user.email().address(),
      user.email().canonical(),
      user.passwordHash(),
      user.passwordChangeRequired(),
      user.displayName(),
      user.createdAt(),
      user.oauthProviders(),
      bytes(user.totp().confirmed()),
      user.totp().confirmedAt(),
      bytes(user.totp().pending()),
      user.totp().newestUsedStep(),
      hex(user.totp().recoveryCodes()),
      user.credentialEpoch(),
      user.version()
    };
  }

  private static List<String> hex(List<TokenHash> codes) {
    return codes.stream().map(TokenHash::toString).toList();
  }

  private static byte @Nullable [] bytes(@Nullable SealedSecret secret) {
    return secret == null ? null : secret.toBytes();
  }

  private static @Nullable SealedSecret secret(byte @Nullable [] bytes) {
    return bytes == null ? null : new SealedSecret(bytes);
  }
}
