package com.thogits.auth.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a run consisted of. */
final class Figures {
  /** What becomes of store calls, beside being answered. */
  enum Fault {
    FAILED_BEFORE,
    FAILED_AFTER,
    LATE_BEFORE,
    LATE_AFTER,
    NODE_LOST_BEFORE,
    NODE_LOST_AFTER
  }

  long operations;
  long interleaved;
  long storeCalls;
  final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  final Map<String, Long> outcomes = new TreeMap<>();

  void count(Fault fault) {
    faults.merge(fault, 1L, Long::sum);
  }

  void count(String outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
  }

  Figures plus(Figures other) {
    Figures sum = new Figures();
    sum.operations = operations + other.operations;
    sum.interleaved = interleaved + other.interleaved;
    sum.storeCalls = storeCalls + other.storeCalls;
    faults.forEach((fault, times) -> sum.faults.merge(fault, times, Long::sum));
    other.faults.forEach((fault, times) -> sum.faults.merge(fault, times, Long::sum));
    outcomes.forEach((outcome, times) -> sum.outcomes.merge(outcome, times, Long::sum));
    other.outcomes.forEach((outcome, times) -> sum.outcomes.merge(outcome, times, Long::sum));
    return sum;
  }

  @Override
  public String toString() {
    return operations
        + " operations, "
        + interleaved
        + " of them within another; "
        + storeCalls
        + " store calls, of them "
        + faults;
  }
}
