package com.thogits.auth.example;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

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
    say(() -> doing + " " + what + ": " + done + " of " + of);
  }

  /** The same where nobody knows how much there is. */
  void at(String doing, String what, long done) {
    say(() -> doing + " " + what + ": " + done + " so far");
  }

  private void say(Supplier<String> line) {
    Instant now = clock.instant();
    if (!now.isBefore(next)) {
      out.println(line.get());
      next = now.plus(PAUSE);
    }
  }
}
