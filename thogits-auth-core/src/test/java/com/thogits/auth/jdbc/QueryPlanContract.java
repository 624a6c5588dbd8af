package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.Attempts;
import com.thogits.auth.SessionStore;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import com.thogits.auth.jdbc.Recording.Binding;
import com.thogits.auth.jdbc.Recording.Recorded;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database does for each call of a store, when the tables have 20,000 rows each. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class QueryPlanContract {
  private static final int ROWS = 20_000;

  private final Engine engine;
  private final TestDatabase database;
  private final JdbcConnectionPool pool;
  private final Recording recording;
  private final Map<String, List<Recorded>> calls = new HashMap<>();

  QueryPlanContract(Engine engine) {
    this.engine = engine;
    this.database = engine.withSchema();
    this.pool = database.pool();
    this.recording = new Recording(pool);
    SampleRows.fill(engine, database, ROWS);
    callEverything(100);
  }

  @AfterAll
  void drop() {
    pool.dispose();
    database.close();
  }

  @Test
  void everyCallIsOneStatementOfItsOwn() {
    assertThat(calls.keySet()).containsExactlyInAnyOrderElementsOf(allMethods());
    calls.forEach(
        (call, statements) -> {
          if (!call.endsWith("deleteExpired")) {
            assertThat(statements).as(call).hasSize(1).allMatch(Recorded::autoCommit);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {10, ROWS / 20, ROWS - 10})
  void everyStatementButTheOneForAllRowsUsesAnIndex(int expired) throws Exception {
    for (Map.Entry<String, List<Recorded>> call : calls.entrySet()) {
      if (call.getKey().equals("SessionStore.deleteAll")) {
        continue;
      }
      for (Recorded recorded : call.getValue()) {
        String plan = plan(at(expired, call.getKey(), recorded));
        assertThat(scans(plan)).as(call.getKey()).isEmpty();
        if (!call.getKey().endsWith("insert")) {
          assertThat(indexes(plan)).as(call.getKey()).isNotEmpty();
        }
      }
    }
  }

  /** What runs where more rows have expired, or fewer. */
  private static Recorded at(int expired, String call, Recorded recorded) {
    if (!call.endsWith("deleteExpired") || !recorded.sql().contains("<=")) {
      return recorded;
    }
    Instant time = SampleRows.time(expired);
    Instant until = recorded.sql().contains("expires_at") ? time.plus(Duration.ofDays(30)) : time;
    Binding binding = new Binding("setObject", 1, until.atOffset(ZoneOffset.UTC));
    return new Recorded(
        recorded.sql(), List.of(binding), recorded.connection(), recorded.autoCommit(), 0);
  }

  @Test
  void aMissingIndexWouldBeSeen() throws Exception {
    Recorded deletion = calls.get("AttemptStore.deleteExpired").get(0);
    database.execute("DROP INDEX thogits_attempt_forget_at");
    try {
      assertThat(scans(plan(deletion))).isNotEmpty();
    } finally {
      database.execute("CREATE INDEX thogits_attempt_forget_at ON thogits_attempt (forget_at)");
    }
  }

  private void callEverything(int expired) {
    JdbcUserStore accounts = new JdbcUserStore(recording.dataSource());
    UserStore users = noted(UserStore.class, accounts);
    users.insert(SampleRows.user(ROWS + 1));
    users.findById(SampleRows.ulid(77));
    users.findByEmail(SampleRows.user(78).email());
    users.replace(next(SampleRows.user(79)));
    users.delete(SampleRows.user(80));
    SessionStore sessions = noted(SessionStore.class, new JdbcSessionStore(recording.dataSource()));
    sessions.insert(SampleRows.session(ROWS + 1));
    sessions.find(SampleRows.token(ROWS));
    assertThat(sessions.findWithUser(SampleRows.token(ROWS), accounts)).isPresent();
    sessions.findByUser(SampleRows.ulid(ROWS));
    sessions.replace(SampleRows.token(ROWS), SampleRows.session(ROWS + 2));
    sessions.touch(SampleRows.token(ROWS + 1), SampleRows.time(ROWS + 5));
    sessions.delete(SampleRows.token(ROWS + 1));
    sessions.deleteExpired(
        SampleRows.time(expired / 2).plus(Duration.ofDays(30)), SampleRows.time(expired));
    AttemptStore attempts = noted(AttemptStore.class, new JdbcAttemptStore(recording.dataSource()));
    Attempts next = SampleRows.attempts(ROWS + 2);
    attempts.insert(SampleRows.key(ROWS + 1), SampleRows.attempts(ROWS + 1));
    attempts.find(SampleRows.key(ROWS));
    attempts.replace(SampleRows.key(ROWS), SampleRows.attempts(ROWS), next);
    attempts.delete(SampleRows.key(ROWS));
    attempts.deleteExpired(SampleRows.time(expired));
    deleteAllElsewhere();
  }

  /** So that the tables stay full. */
  private void deleteAllElsewhere() {
    try (TestDatabase other = engine.withSchema()) {
      Recording elsewhere = new Recording(other.unpooled());
      assertThat(new JdbcSessionStore(elsewhere.dataSource()).deleteAll()).isZero();
      calls.put("SessionStore.deleteAll", elsewhere.take());
    }
  }

  private static User next(User user) {
    return new User(
        user.id(),
        user.email(),
        null,
        user.passwordChangeRequired(),
        user.displayName(),
        user.createdAt(),
        user.oauthProviders(),
        user.totp(),
        user.credentialEpoch(),
        user.version() + 1);
  }

  /** Notes under the name of each method which statements it ran. */
  private <T> T noted(Class<T> type, T store) {
    return type.cast(
        Proxy.newProxyInstance(
            QueryPlanContract.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              recording.take();
              Object answer = HandingOut.invoke(store, method, arguments);
              calls.put(name(method), recording.take());
              return answer;
            }));
  }

  private static List<String> allMethods() {
    return Stream.of(UserStore.class, SessionStore.class, AttemptStore.class)
        .flatMap(store -> Stream.of(store.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic())
        .map(QueryPlanContract::name)
        .toList();
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private String plan(Recorded recorded) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = recorded.prepare(connection, "EXPLAIN " + recorded.sql());
        ResultSet lines = statement.executeQuery()) {
      List<String> plan = new ArrayList<>();
      while (lines.next()) {
        plan.add(lines.getString(1));
      }
      return String.join("\n", plan);
    }
  }

  private List<String> scans(String plan) {
    return lines(plan, engine == Engine.H2 ? "tableScan" : "Seq Scan");
  }

  private List<String> indexes(String plan) {
    return lines(plan, engine == Engine.H2 ? "/* PUBLIC." : "Index");
  }

  private static List<String> lines(String plan, String part) {
    return plan.lines().filter(line -> line.contains(part)).toList();
  }
}
