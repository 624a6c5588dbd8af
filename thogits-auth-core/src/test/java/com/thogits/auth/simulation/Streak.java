package com.thogits.auth.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Wrong guesses in a row on one budget. After so many free ones each has to wait, twice as long as
 * the one before. When the n-th guess was checked, the m-th was counted at the earliest when the
 * m-th of their operations began, and all waits between lay between.
 */
final class Streak {
  private final int free;
  private final Duration longestWait;
  private final List<Operation> guesses = new ArrayList<>();

  /** Something right is under way that may clear the count at any moment. */
  private final Set<Operation> clearing = new HashSet<>();

  private long clearedAt;

  Streak(int free, Duration longestWait) {
    this.free = free;
    this.longestWait = longestWait;
  }

  void mayBeClearedBy(Operation operation) {
    clearing.add(operation);
  }

  void ended(Operation operation, boolean cleared) {
    if (clearing.remove(operation) && cleared) {
      clearedAt = operation.end;
      guesses.removeIf(guess -> guess.start < clearedAt);
    }
  }

  /** Notes a wrong guess that was checked, and tells whether it came too early. */
  boolean isTooEarly(Operation guess, Instant now) {
    if (guess.start < clearedAt) {
      return false;
    }
    guesses.add(guess);
    return clearing.isEmpty() && now.isBefore(earliestOfLast());
  }

  private Instant earliestOfLast() {
    List<Instant> begun = guesses.stream().map(guess -> guess.began).sorted().toList();
    Instant earliest = begun.get(0);
    for (int number = 1; number <= begun.size(); number++) {
      Instant counted = begun.get(number - 1);
      earliest = counted.isAfter(earliest) ? counted : earliest;
      if (number < begun.size()) {
        earliest = earliest.plus(waitAfter(number));
      }
    }
    return earliest;
  }

  private Duration waitAfter(int number) {
    if (number < free) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(number - free, 20));
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }

  /** How many wrong guesses there were since the count may have been cleared last. */
  int length() {
    return clearing.isEmpty() ? guesses.size() : 0;
  }
}
