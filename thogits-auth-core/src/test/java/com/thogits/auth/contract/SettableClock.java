package com.thogits.auth.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move, so that tests never sleep. */
public final class SettableClock extends Clock {
  private final AtomicReference<Instant> now;

  /** Begins at the given time. */
  public SettableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** Moves on, or back if the duration is negative. */
  public void advance(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("only UTC");
  }
}
