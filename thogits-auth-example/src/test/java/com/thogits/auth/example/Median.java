package com.thogits.auth.example;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of some runs, which one odd run does not move. */
final class Median {
  private Median() {}

  static <T> double of(Collection<T> runs, ToDoubleFunction<T> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
