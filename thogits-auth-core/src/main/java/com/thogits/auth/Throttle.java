package com.thogits.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Counts attempts before they are checked, by compare-and-set: of a burst on one key no more are
 * admitted than its limit says, over all threads and nodes. The threads of one process take turns
 * on a key, so that a burst from one address does not spend itself on lost races.
 */
final class Throttle {
  /** Each lost race means that another attempt was counted, so a limit is near. */
  private static final int MOST_TRIES = 10_000;

  private static final int TURNS = 256;

  /** Turns only spare lost races. While a store hangs, a queue of them must not add up. */
  private static final long LONGEST_WAIT_FOR_A_TURN_MS = 2_000;

  private final AttemptStore attempts;
  private final Clock clock;
  private final List<Lock> turns =
      Stream.generate(ReentrantLock::new).limit(TURNS).map(Lock.class::cast).toList();

  Throttle(AttemptStore attempts, Clock clock) {
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Whether an attempt was admitted, and if not, how long to wait. */
  record Verdict(boolean admitted, int count, Duration retryAfter) {}

  /** Counts one attempt, unless the limit refuses it; a refused one is not counted. */
  Verdict count(String key, AttemptLimit limit) {
    return inTurn(key, () -> countInTurn(key, limit));
  }

  private <T> T inTurn(String key, Supplier<T> work) {
    Lock turn = turns.get(Math.floorMod(key.hashCode(), TURNS));
    boolean mine = await(turn);
    try {
      return work.get();
    } finally {
      if (mine) {
        turn.unlock();
      }
    }
  }

  /** False if it was not to be had in time: the store decides without it. */
  private static boolean await(Lock turn) {
    try {
      return turn.tryLock(LONGEST_WAIT_FOR_A_TURN_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Verdict countInTurn(String key, AttemptLimit limit) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<Attempts> stored = attempts.find(key);
      // After the answer: a wait must not begin while a slow store still looks.
      Instant now = now();
      Optional<Attempts> seen = stored.filter(found -> found.forgetAt().isAfter(now));
      if (seen.isPresent() && seen.get().retryAt().isAfter(now)) {
        Attempts waiting = limit.bounded(seen.get(), now);
        if (waiting.equals(seen.get()) || attempts.replace(key, seen.get(), waiting)) {
          Duration wait = Duration.between(now, waiting.retryAt());
          return new Verdict(false, waiting.count(), wait);
        }
        continue;
      }
      Attempts next =
          seen.map(found -> limit.next(found.count(), found.forgetAt(), now))
              .orElseGet(() -> limit.first(now));
      if (write(key, stored, next)) {
        return new Verdict(true, next.count(), Duration.ZERO);
      }
    }
    throw new StoreUnavailableException("The attempt store takes no count.");
  }

  private boolean write(String key, Optional<Attempts> stored, Attempts next) {
    return stored.isPresent()
        ? attempts.replace(key, stored.get(), next)
        : attempts.insert(key, next);
  }

  /** Counts one attempt, or refuses with the time to wait; answers which number it has. */
  int require(String key, AttemptLimit limit) {
    Verdict verdict = count(key, limit);
    if (!verdict.admitted()) {
      throw AuthException.later(AuthError.TOO_MANY_ATTEMPTS, verdict.retryAfter());
    }
    return verdict.count();
  }

  /** Takes one counted attempt back: it was none, or it succeeded. */
  void forgive(String key) {
    takeBack(key, Attempts::lessOne);
  }

  /** The same where waits grow: the one that a later attempt began is not cut short. */
  void forgive(String key, int number) {
    takeBack(key, seen -> seen.without(number));
  }

  private void takeBack(String key, UnaryOperator<Attempts> less) {
    inTurn(
        key,
        () -> {
          takeBackInTurn(key, less);
          return key;
        });
  }

  private void takeBackInTurn(String key, UnaryOperator<Attempts> less) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<Attempts> seen = attempts.find(key);
      if (seen.isEmpty() || attempts.replace(key, seen.get(), less.apply(seen.get()))) {
        return;
      }
    }
    throw new StoreUnavailableException("The attempt store takes no count.");
  }

  int countOf(String key) {
    Instant now = now();
    return attempts
        .find(key)
        .filter(found -> found.forgetAt().isAfter(now))
        .map(Attempts::count)
        .orElse(0);
  }

  void clear(String key) {
    attempts.delete(key);
  }

  int deleteExpired() {
    return attempts.deleteExpired(now());
  }

  private Instant now() {
    return clock.instant();
  }
}
