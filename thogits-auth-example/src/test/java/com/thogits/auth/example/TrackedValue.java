package com.thogits.auth.example;

import java.util.List;

/** A value that was written and acknowledged, and the one that may have been on its way since. */
final class TrackedValue {
  private String acknowledged;
  private String attempted;

  TrackedValue(String acknowledged) {
    this.acknowledged = acknowledged;
    this.attempted = acknowledged;
  }

  void attempt(String value) {
    attempted = value;
  }

  void acknowledge() {
    acknowledged = attempted;
  }

  String acknowledged() {
    return acknowledged;
  }

  /** What may be stored now; what was acknowledged comes first. */
  List<String> possible() {
    return acknowledged.equals(attempted)
        ? List.of(acknowledged)
        : List.of(acknowledged, attempted);
  }
}
