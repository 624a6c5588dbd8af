package com.thogits.auth.jdbc;

import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.SessionStore;
import com.thogits.auth.SessionWithUser;
import com.thogits.auth.StoreException;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import com.thogits.auth.UserStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in the table {@code thogits_session} of H2 or PostgreSQL. Each call but {@link
 * #deleteExpired} is one statement on a connection of its own, committed when it returns; it never
 * joins a transaction of the caller. {@link JdbcSchema#apply} makes the table.
 */
public final class JdbcSessionStore implements SessionStore {
  private static final String COLUMNS =
      """
      token, id, user_id, standing, second_factor, credential_epoch, created_at, proven_at,
        expires_at, last_seen_at, address, user_agent
      """;
  private static final String INSERT =
      "INSERT INTO thogits_session (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT = "SELECT " + COLUMNS + "FROM thogits_session ";
  private static final String SELECT_WITH_USER =
      "SELECT "
          + columnsOf("s", COLUMNS)
          + ", "
          + columnsOf("u", JdbcUserStore.COLUMNS)
          + " FROM thogits_session s JOIN thogits_user u ON u.id = s.user_id WHERE s.token = ?";
  private static final String REPLACE =
      """
      UPDATE thogits_session
      SET token = ?, id = ?, user_id = ?, standing = ?, second_factor = ?, credential_epoch = ?,
        created_at = ?, proven_at = ?, expires_at = ?, last_seen_at = ?, address = ?, user_agent = ?
      WHERE token = ?
      """;
  private static final String DELETE = "DELETE FROM thogits_session WHERE token = ?";
  private static final String TOUCH =
      "UPDATE thogits_session SET last_seen_at = ? WHERE token = ? AND last_seen_at < ?";
  private static final ExpiredRows ENDED =
      new ExpiredRows("thogits_session", "token", "expires_at");
  private static final ExpiredRows IDLE =
      new ExpiredRows("thogits_session", "token", "last_seen_at");
  private static final String DELETE_ALL = "DELETE FROM thogits_session";

  private final Jdbc jdbc;

  /** A store on the database of {@code dataSource}. */
  public JdbcSessionStore(DataSource dataSource) {
    this.jdbc = new Jdbc(dataSource);
  }

  @Override
  public void insert(Session session) {
    if (!jdbc.insert(INSERT, values(session))) {
      throw new StoreException("A session with this token is there already.");
    }
  }

  /**
   * Inserts many sessions in one transaction and few round trips: all of them, or none.
   *
   * @throws StoreException if a token is taken, or the database can't do its work
   */
  public void insertAll(List<Session> sessions) {
    jdbc.insertAll(
        INSERT, sessions.stream().<@Nullable Object[]>map(JdbcSessionStore::values).toList());
  }

  @Override
  public Optional<Session> find(TokenHash token) {
    return jdbc.find(JdbcSessionStore::read, SELECT + "WHERE token = ?", token);
  }

  /**
   * {@inheritDoc}
   *
   * <p>If {@code users} is a {@link JdbcUserStore} that was given the same {@code DataSource}
   * object, both are read by one statement, in one round trip, from one snapshot of the database.
   */
  @Override
  public Optional<SessionWithUser> findWithUser(TokenHash token, UserStore users) {
    return users instanceof JdbcUserStore here && here.isOnDatabaseOf(jdbc)
        ? jdbc.find(JdbcSessionStore::readWithUser, SELECT_WITH_USER, token)
        : SessionStore.super.findWithUser(token, users);
  }

  @Override
  public List<Session> findByUser(Ulid userId) {
    return jdbc.list(JdbcSessionStore::read, SELECT + "WHERE user_id = ? ORDER BY id", userId);
  }

  @Override
  public boolean replace(TokenHash old, Session next) {
    return jdbc.update(
            REPLACE,
            next.token(),
            next.id(),
            next.userId(),
            next.standing().name(),
            next.secondFactor(),
            next.credentialEpoch(),
            next.createdAt(),
            next.provenAt(),
            next.expiresAt(),
            next.lastSeenAt(),
            next.address(),
            next.userAgent(),
            old)
        == 1;
  }

  @Override
  public boolean delete(TokenHash token) {
    return jdbc.update(DELETE, token) == 1;
  }

  @Override
  public void touch(TokenHash token, Instant lastSeenAt) {
    jdbc.update(TOUCH, lastSeenAt, token, lastSeenAt);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Deletes the oldest first, at most 1,000 in one transaction, so that no lock is held for long
   * however many there are. It waits for nobody: a session that somebody else is writing or
   * deleting at that moment is left to them and to the next call. If it fails, what was deleted
   * until then stays deleted.
   */
  @Override
  public int deleteExpired(Instant now, Instant idleSince) {
    return ENDED.delete(jdbc, now) + IDLE.delete(jdbc, idleSince);
  }

  @Override
  public int deleteAll() {
    return jdbc.update(DELETE_ALL);
  }

  private static Object[] values(Session session) {
    return new Object[] {
      session.token(),
      session.id(),
      session.userId(),
      session.standing().name(),
      session.secondFactor(),
      session.credentialEpoch(),
      session.createdAt(),
      session.provenAt(),
      session.expiresAt(),
      session.lastSeenAt(),
      session.address(),
      session.userAgent()
    };
  }

  private static String columnsOf(String table, String columns) {
    return Stream.of(columns.split(",", -1))
        .map(column -> table + "." + column.strip())
        .collect(Collectors.joining(", "));
  }

  private static SessionWithUser readWithUser(Row row) throws SQLException {
    return new SessionWithUser(read(row), JdbcUserStore.read(row));
  }

  private static Session read(Row row) throws SQLException {
    return new Session(
        row.token(),
        row.ulid(),
        row.ulid(),
        Standing.valueOf(row.text()),
        row.flag(),
        row.number(),
        row.instant(),
        row.instant(),
        row.instant(),
        row.instant(),
        row.text(),
        row.text());
  }
}
