package com.thogits.auth.simulation;

import com.thogits.auth.AttemptLimits;
import com.thogits.auth.AuthSettings;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.password.CallersThread;
import com.thogits.auth.password.PasswordHasher;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything there is for one seed: time, chance, nodes, one store, and what is known from it. */
final class World {
  static final AuthSettings SETTINGS =
      AuthSettings.DEFAULTS
          .withSessionLifetime(Duration.ofHours(2))
          .withSessionIdleLimit(Duration.ofMinutes(30))
          .withMaximumSessions(5)
          .withLimits(
              AttemptLimits.DEFAULTS
                  .withFreePasswordFailures(3)
                  .withFreeCodeFailures(3)
                  .withCodeFailuresUntilLock(6)
                  .withCodesPerPartialSession(3)
                  .withLongestWait(Duration.ofSeconds(20))
                  .withLoginFailuresPerAddress(8)
                  .withRegistrationsPerAddress(6));

  static final List<String> EMAILS =
      List.of("ann@example.com", "bob@example.com", "cleo@example.com");

  private final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00Z"));
  private final SecureRandom random;
  private final KeyRing keys;
  private final Parts parts;
  private final Reader reader;
  private final Claims claims;
  private final Tokens tokens;
  private final Codes codes;
  private final Limits limits;
  private final List<Node> nodes;
  private final Trace trace;
  private final Figures figures = new Figures();
  private Disturbance disturbance = World::undisturbed;
  private long ticks;

  World(long seed, Parts parts, boolean traced) {
    this.random = new SeededRandom(seed);
    this.keys = KeyRing.generate(random);
    this.parts = parts;
    this.reader = new Reader(parts, keys, clock);
    this.claims = new Claims(reader);
    this.tokens = new Tokens(parts, reader, clock);
    this.codes = new Codes(clock);
    this.limits = new Limits(clock);
    this.trace = new Trace(traced);
    this.nodes = Stream.of("A", "B", "C").map(name -> new Node(name, this)).toList();
    Operation beginning = operation(nodes.get(0), "");
    beginning.end = tick();
    beginning.outcome = Operation.Outcome.DONE;
    EMAILS.forEach(email -> claims.begin(beginning, email));
  }

  private static <T> T undisturbed(Node node, String call, Supplier<T> work) {
    return work.get();
  }

  void disturbBy(Disturbance other) {
    disturbance = other;
  }

  void calmDown() {
    disturbance = World::undisturbed;
  }

  <T> T storeCall(Node node, String call, Supplier<T> work) {
    figures.storeCalls++;
    return disturbance.around(node, call, () -> noted(node.current(), call, work.get()));
  }

  private static <T> T noted(Operation by, String call, T answer) {
    if (Boolean.TRUE.equals(answer)) {
      by.wrote(call);
    }
    return answer;
  }

  long tick() {
    return ++ticks;
  }

  Operation operation(Node node, String email) {
    return new Operation(node, email, tick(), clock.instant());
  }

  /** Whether nothing else was done while an operation ran. */
  boolean isUndivided(Operation operation) {
    return operation.end == operation.start + 1;
  }

  void pass(Duration time) {
    trace.tell(() -> time + " pass");
    clock.advance(time);
  }

  /** What must hold after every operation. */
  void check(Operation ended) {
    reader.checkEmails();
    claims.check(ended);
    tokens.check();
  }

  PasswordHasher hasherOf(Node node) {
    PasswordHasher hasher = parts.hasher().apply(new StandInHasher());
    return CallersThread.hashes(new WatchedHasher(hasher, node, limits));
  }

  List<Node> nodes() {
    return nodes;
  }

  Clock clock() {
    return clock;
  }

  SecureRandom random() {
    return random;
  }

  KeyRing keys() {
    return keys;
  }

  Parts parts() {
    return parts;
  }

  Reader reader() {
    return reader;
  }

  Claims claims() {
    return claims;
  }

  Tokens tokens() {
    return tokens;
  }

  Codes codes() {
    return codes;
  }

  Limits limits() {
    return limits;
  }

  Trace trace() {
    return trace;
  }

  Figures figures() {
    return figures;
  }
}
