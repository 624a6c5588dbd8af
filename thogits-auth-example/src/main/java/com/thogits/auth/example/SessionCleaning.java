package com.thogits.auth.example;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has expired sessions removed again and again, on a thread of its own, until it is closed. */
final class SessionCleaning implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SessionCleaning.class.getName());

  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(SessionCleaning::thread);

  /**
   * @param deleteExpired what removes them; if it fails, that is logged and it is tried again
   * @param pause before the first time and between two times
   */
  @SuppressWarnings("FutureReturnValueIgnored") // It ends only when the schedule is closed.
  static SessionCleaning start(Runnable deleteExpired, Duration pause) {
    SessionCleaning cleaning = new SessionCleaning();
    cleaning.schedule.scheduleWithFixedDelay(
        () -> runOnce(deleteExpired), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    return cleaning;
  }

  /** Lets nothing through: an exception would end the schedule. */
  private static void runOnce(Runnable deleteExpired) {
    try {
      deleteExpired.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "Expired sessions could not be removed", e);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "session-cleaning");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    schedule.shutdownNow();
  }
}
