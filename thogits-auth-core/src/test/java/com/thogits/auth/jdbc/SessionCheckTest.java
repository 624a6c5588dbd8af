package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.SessionToken;
import com.thogits.auth.SessionWithUser;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.jdbc.Recording.Recorded;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a host asks on every request costs one statement and writes nothing but the last use. */
@ParameterizedClass
@EnumSource(Engine.class)
class SessionCheckTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00Z"));
  private final Set<String> connectionCalls = new TreeSet<>();
  private final TestDatabase database;
  private final Recording recording;
  private AuthService auth;
  private SessionToken token;

  SessionCheckTest(Engine engine) {
    this.database = engine.withSchema();
    this.recording = new Recording(HandingOut.connections(database.unpooled(), this::noted));
  }

  @BeforeEach
  void signIn() {
    DataSource connections = recording.dataSource();
    auth =
        AuthService.builder(
                new JdbcUserStore(connections),
                new JdbcSessionStore(connections),
                new JdbcAttemptStore(connections),
                KeyRing.generate(new SecureRandom()))
            .clock(clock)
            .hasher(
                new Argon2id(
                    new Argon2Parameters(8, 1, 1),
                    Argon2Parameters.STORED_HASH_LIMIT,
                    new SecureRandom()))
            .build();
    token = auth.register("user@example.com", "correct horse", Client.at("192.0.2.1")).token();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  /** Every door that asks for no more than whose session it is. */
  private Stream<Consumer<SessionToken>> checks() {
    return Stream.of(
        auth::authenticate, auth::session, auth::me, auth::isSignedIn, auth::awaitsCode);
  }

  @Test
  void oneStatementOnOneConnectionAndNothingBeside() {
    checks()
        .forEach(
            check -> {
              recording.take();
              connectionCalls.clear();

              check.accept(token);

              assertThat(recording.take())
                  .singleElement()
                  .matches(Recorded::autoCommit)
                  .extracting(Recorded::sql)
                  .asString()
                  .startsWith("SELECT ");
              // None of these goes to the server.
              assertThat(connectionCalls)
                  .containsExactly("close", "getAutoCommit", "prepareStatement");
            });
  }

  @Test
  void aTokenOfNoSessionCostsTheSame() {
    auth.logout(token);
    recording.take();

    assertThat(auth.authenticate(token)).isEmpty();

    assertThat(recording.take()).hasSize(1);
  }

  @Test
  void theLastUseIsWrittenOnceAMinute() {
    clock.advance(Duration.ofMinutes(1).minusMillis(1));
    assertThat(written()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(written()).singleElement().asString().contains("SET last_seen_at = ?");
    assertThat(written()).isEmpty();
  }

  private List<String> written() {
    recording.take();
    for (int times = 0; times < 3; times++) {
      auth.me(token);
    }
    return recording.take().stream()
        .map(Recorded::sql)
        .filter(sql -> !sql.startsWith("SELECT "))
        .toList();
  }

  @Test
  void usersOnAnotherDataSourceAreReadThere() {
    JdbcUserStore users = new JdbcUserStore(database.unpooled());
    JdbcSessionStore sessions = new JdbcSessionStore(recording.dataSource());
    recording.take();

    assertThat(sessions.findWithUser(token.hash(), users))
        .map(SessionWithUser::user)
        .isEqualTo(users.findById(auth.me(token).userId()));

    assertThat(recording.take().get(0).sql()).doesNotContain("thogits_user");
  }

  private Connection noted(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            SessionCheckTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              connectionCalls.add(method.getName());
              return HandingOut.invoke(connection, method, arguments);
            });
  }
}
