package com.thogits.auth.bench.sessions;

import com.thogits.auth.AuthService;
import com.thogits.auth.SessionToken;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.jdbc.JdbcAttemptStore;
import com.thogits.auth.jdbc.JdbcSessionStore;
import com.thogits.auth.jdbc.JdbcUserStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A session check on a database, each time of another session, beside the selects it needs, on the
 * same pool.
 */
@State(Scope.Benchmark)
public abstract class SessionCheck {
  @Param({"H2", "PostgreSQL"})
  public String database;

  @Param({"1000", "1000000"})
  public int users;

  private final SplittableRandom random = new SplittableRandom(1);
  private FilledDatabase filled;
  private SessionToken[] tokens;
  private byte[][] hashes;
  AuthService auth;
  private BareSelects selects;

  @Setup
  public void open() throws Exception {
    FilledAccounts accounts = new FilledAccounts(users);
    filled = FilledDatabase.open(database, accounts);
    DataSource pool = filled.pool();
    tokens = accounts.tokens();
    hashes = new byte[users][];
    for (int number = 0; number < users; number++) {
      hashes[number] = tokens[number].hash().toBytes();
    }
    selects = new BareSelects(pool);
    auth =
        AuthService.builder(
                new JdbcUserStore(pool),
                new JdbcSessionStore(pool),
                new JdbcAttemptStore(pool),
                KeyRing.generate(new SecureRandom()))
            .clock(Clock.fixed(FilledAccounts.NOW, ZoneOffset.UTC))
            .build();
  }

  @TearDown
  public void close() throws Exception {
    filled.close();
  }

  final SessionToken anyToken() {
    return tokens[random.nextInt(users)];
  }

  @Benchmark
  public void bareJoinedSelect(Blackhole values) throws SQLException {
    selects.joined(hashes[random.nextInt(users)], values);
  }

  @Benchmark
  public void bareSelectsInTurn(Blackhole values) throws SQLException {
    selects.inTurn(hashes[random.nextInt(users)], values);
  }
}
