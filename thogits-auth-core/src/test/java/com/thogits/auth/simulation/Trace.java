package com.thogits.auth.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The story of a seed, told only when somebody listens. */
final class Trace {
  private final boolean told;
  private final List<String> lines = new ArrayList<>();
  private int depth;

  Trace(boolean told) {
    this.told = told;
  }

  void tell(Supplier<String> line) {
    if (told) {
      lines.add("  ".repeat(depth) + line.get());
    }
  }

  void deeper() {
    depth++;
  }

  void higher() {
    depth--;
  }

  List<String> lines() {
    return lines;
  }
}
