package com.thogits.auth.bench.sessions;

import com.thogits.auth.Session;
import com.thogits.auth.jdbc.JdbcSessionStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The session that a login begins, committed by H2 to survive the end of the process, beside the
 * bare insert on the same pool. Ask for more threads by {@code -t}.
 */
@State(Scope.Benchmark)
public class SessionCommitsBenchmark {
  private static final String INSERT =
      """
      INSERT INTO thogits_session (token, id, user_id, standing, second_factor, credential_epoch,
        created_at, proven_at, expires_at, last_seen_at, address, user_agent)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final AtomicLong number = new AtomicLong(System.nanoTime());
  private final FilledAccounts accounts = new FilledAccounts(1000);
  private FilledDatabase filled;
  private JdbcSessionStore sessions;

  @Setup
  public void open() throws Exception {
    filled = FilledDatabase.toWriteTo(accounts);
    sessions = new JdbcSessionStore(filled.pool());
  }

  @TearDown
  public void close() throws Exception {
    filled.close();
  }

  @Benchmark
  public void thogits() {
    sessions.insert(next());
  }

  @Benchmark
  public int bareInsert() throws SQLException {
    Session session = next();
    try (Connection connection = filled.pool().getConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setBytes(1, session.token().toBytes());
      statement.setString(2, session.id().toString());
      statement.setString(3, session.userId().toString());
      statement.setString(4, session.standing().name());
      statement.setBoolean(5, session.secondFactor());
      statement.setLong(6, session.credentialEpoch());
      statement.setObject(7, session.createdAt().atOffset(ZoneOffset.UTC));
      statement.setObject(8, session.provenAt().atOffset(ZoneOffset.UTC));
      statement.setObject(9, session.expiresAt().atOffset(ZoneOffset.UTC));
      statement.setObject(10, session.lastSeenAt().atOffset(ZoneOffset.UTC));
      statement.setString(11, session.address());
      statement.setString(12, session.userAgent());
      return statement.executeUpdate();
    }
  }

  private Session next() {
    return accounts.another(number.getAndIncrement());
  }
}
