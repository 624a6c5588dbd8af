package com.thogits.auth.simulation;

import com.thogits.auth.Attempts;
import java.time.Instant;

/** Stores of counts that break their contract, each in one way. */
final class FaultyAttempts {
  private FaultyAttempts() {}

  static final class NotCounted extends AttemptTable {
    @Override
    public boolean insert(String key, Attempts first) {
      return true;
    }
  }

  /** Every write lags one behind: what is tried is counted after it was checked. */
  static final class CountedAfter extends AttemptTable {
    private Runnable last = () -> {};

    private boolean later(Runnable write) {
      last.run();
      last = write;
      return true;
    }

    @Override
    public boolean insert(String key, Attempts first) {
      return later(() -> byKey.put(key, first));
    }

    @Override
    public boolean replace(String key, Attempts seen, Attempts next) {
      return later(() -> byKey.put(key, next));
    }
  }

  static final class NotCompared extends AttemptTable {
    @Override
    public boolean insert(String key, Attempts first) {
      byKey.put(key, first);
      return true;
    }

    @Override
    public boolean replace(String key, Attempts seen, Attempts next) {
      byKey.put(key, next);
      return true;
    }
  }

  static final class WaitsForgotten extends AttemptTable {
    @Override
    public boolean replace(String key, Attempts seen, Attempts next) {
      return super.replace(key, seen, new Attempts(next.count(), Instant.EPOCH, next.forgetAt()));
    }
  }

  static final class NothingTaken extends AttemptTable {
    @Override
    public boolean insert(String key, Attempts first) {
      return false;
    }
  }
}
