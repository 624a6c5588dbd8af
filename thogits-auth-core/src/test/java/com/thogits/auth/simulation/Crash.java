package com.thogits.auth.simulation;

import com.thogits.auth.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Cuts an operation off at one of its store calls. */
final class Crash implements Disturbance {
  /** Whether the process ends there or the store answers by an exception. */
  enum Kind {
    NODE_LOST,
    STORE_FAILED
  }

  private final int at;
  private final boolean after;
  private final Kind kind;
  private final List<String> calls = new ArrayList<>();

  Crash(int at, boolean after, Kind kind) {
    this.at = at;
    this.after = after;
    this.kind = kind;
  }

  /** Only counts. */
  static Crash nowhere() {
    return new Crash(-1, false, Kind.NODE_LOST);
  }

  List<String> calls() {
    return calls;
  }

  boolean happened() {
    return calls.size() > at;
  }

  @Override
  public <T> T around(Node node, String call, Supplier<T> work) {
    calls.add(call);
    if (calls.size() - 1 != at) {
      return work.get();
    }
    if (after) {
      var unused = work.get();
    }
    if (kind == Kind.NODE_LOST) {
      throw new NodeLost();
    }
    node.current().disturbed = true;
    throw new StoreException("The store fails here.");
  }
}
