package com.thogits.auth.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** What the seed decides. */
final class Choice {
  private final SplittableRandom random;

  Choice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  /** True so often in a thousand. */
  boolean perMille(int often) {
    return random.nextInt(1000) < often;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
