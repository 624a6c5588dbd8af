package com.thogits.auth.bench.sessions;

import com.thogits.auth.ActiveSession;
import com.thogits.auth.AuthService;
import com.thogits.auth.Session;
import com.thogits.auth.SessionToken;
import com.thogits.auth.TokenHash;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserInfo;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A session check on the stores in memory, beside a digest of the token and two maps. */
@State(Scope.Benchmark)
public class AuthenticateInMemoryBenchmark {
  @Param({"1000", "1000000"})
  public int users;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<TokenHash, Session> sessionByToken = new HashMap<>();
  private final Map<Ulid, User> userById = new HashMap<>();
  private SessionToken[] tokens;
  private AuthService auth;

  @Setup
  public void fill() {
    FilledAccounts accounts = new FilledAccounts(users);
    tokens = accounts.tokens();
    MemoryUserStore userStore = new MemoryUserStore();
    MemorySessionStore sessionStore = new MemorySessionStore();
    accounts.fill(
        batch ->
            batch.forEach(
                user -> {
                  userStore.insert(user);
                  userById.put(user.id(), user);
                }),
        batch ->
            batch.forEach(
                session -> {
                  sessionStore.insert(session);
                  sessionByToken.put(session.token(), session);
                }));
    auth =
        AuthService.builder(
                userStore,
                sessionStore,
                new MemoryAttemptStore(),
                KeyRing.generate(new SecureRandom()))
            .clock(Clock.fixed(FilledAccounts.NOW, ZoneOffset.UTC))
            .build();
  }

  @Benchmark
  public Optional<ActiveSession> thogits() {
    return auth.authenticate(anyToken());
  }

  @Benchmark
  public UserInfo me() {
    return auth.me(anyToken());
  }

  @Benchmark
  public User bareDigestAndMaps() {
    return userById.get(sessionByToken.get(anyToken().hash()).userId());
  }

  private SessionToken anyToken() {
    return tokens[random.nextInt(users)];
  }
}
