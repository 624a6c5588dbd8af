package com.thogits.auth.contract;

import com.thogits.auth.AuthException;
import java.util.List;
import java.util.function.IntFunction;

/** Lets many competitors loose at the same moment and tells what became of each. */
final class Race {
  private Race() {}

  /** The outcomes in the order of the competitors; a failure that is no refusal is thrown. */
  static <T> List<Outcome<T>> of(int competitors, IntFunction<T> competitor) throws Exception {
    return AtOnce.call(competitors, i -> outcome(competitor, i));
  }

  private static <T> Outcome<T> outcome(IntFunction<T> competitor, int index) {
    try {
      return new Outcome<>(competitor.apply(index), null);
    } catch (AuthException refused) {
      return new Outcome<>(null, refused.error());
    }
  }
}
