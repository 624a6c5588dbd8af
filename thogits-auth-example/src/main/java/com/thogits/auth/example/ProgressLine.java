package com.thogits.auth.example;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says now and then how far something long is. */
final class ProgressLine {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PrintStream out;
  private final Clock clock;
  private Instant next;

  ProgressLine(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.next = clock.instant().plus(PAUSE);
  }

  /** Prints a line, unless the last one is a moment ago. */
  void at(String doing, String what, long done, long of) {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    out.println(doing + " " + what + ": " + done + " of " + of);
    next = now.plus(PAUSE);
  }
}
