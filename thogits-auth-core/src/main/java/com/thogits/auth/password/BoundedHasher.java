package com.thogits.auth.password;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets a fixed number of calls hash at once, a bounded number wait for their turn, and refuses the
 * rest, so that a burst of logins takes neither all memory nor all threads.
 *
 * <p>The hasher runs on daemon threads of this object, as many as may hash at once, which end when
 * they were idle for a second. So a virtual thread that calls never pins its carrier. The caller
 * waits for the hash once it has begun, interrupted or not; its thread-locals do not reach the
 * hasher.
 *
 * <p>{@link #hash} and {@link #verify} are bounded, together; {@link #needsRehash} and {@link
 * #unmatchable} do not hash and pass freely. Who waits is served in the order of arrival. Who is
 * refused is told to come back after the wait limit to twice that, one after the other spread
 * evenly over it, so that those who were refused together do not return together; for that the wait
 * limit counts as a second at least and an hour at most. Safe for use by several threads at once.
 */
public final class BoundedHasher implements PasswordHasher {
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

  private final PasswordHasher hasher;
  private final Executor threads;
  private final Semaphore permits;

  /** One for each call that hashes or waits. */
  private final Semaphore places;

  private final Duration waitLimit;
  private final RetryTimes retryTimes;

  /**
   * Bounds {@code hasher}.
   *
   * @param hasher what hashes
   * @param permits how many calls may hash at once, at least 1; {@link HashingCapacity} tells how
   *     many the machine can take
   * @param maximumWaiting how many more may wait, 0 or more
   * @param waitLimit how long each of them may wait at most, 0 or more
   * @throws IllegalArgumentException if a number is out of range
   */
  public BoundedHasher(PasswordHasher hasher, int permits, int maximumWaiting, Duration waitLimit) {
    this(
        hasher,
        HashingThreads.create(atLeastOne(permits), LONGEST_IDLE),
        permits,
        maximumWaiting,
        waitLimit);
  }

  BoundedHasher(
      PasswordHasher hasher,
      Executor threads,
      int permits,
      int maximumWaiting,
      Duration waitLimit) {
    this.hasher = Objects.requireNonNull(hasher, "hasher");
    this.waitLimit = Objects.requireNonNull(waitLimit, "waitLimit");
    this.threads = threads;
    if (maximumWaiting < 0 || maximumWaiting > Integer.MAX_VALUE - permits) {
      throw new IllegalArgumentException(
          "maximumWaiting must be 0 to "
              + (Integer.MAX_VALUE - permits)
              + ", not "
              + maximumWaiting);
    }
    if (waitLimit.isNegative()) {
      throw new IllegalArgumentException("waitLimit must not be negative, not " + waitLimit);
    }
    this.permits = new Semaphore(permits, true);
    this.places = new Semaphore(permits + maximumWaiting);
    this.retryTimes = new RetryTimes(waitLimit);
  }

  /**
   * {@inheritDoc}
   *
   * @throws HashingOverloadedException if too many wait already, the wait limit passed, or the
   *     thread was interrupted, whose flag is set again then; nothing was computed
   */
  @Override
  public String hash(Password password) {
    return withPermit(() -> hasher.hash(password));
  }

  /**
   * {@inheritDoc}
   *
   * @throws HashingOverloadedException if too many wait already, the wait limit passed, or the
   *     thread was interrupted, whose flag is set again then; nothing was computed
   */
  @Override
  public boolean verify(Password password, String encodedHash) {
    return withPermit(() -> hasher.verify(password, encodedHash));
  }

  @Override
  public boolean needsRehash(String encodedHash) {
    return hasher.needsRehash(encodedHash);
  }

  @Override
  public String unmatchable() {
    return hasher.unmatchable();
  }

  private static int atLeastOne(int permits) {
    if (permits < 1) {
      throw new IllegalArgumentException("permits must be at least 1, not " + permits);
    }
    return permits;
  }

  /**
   * Refuses when no place is free, so that nobody begins what must end in a refusal. Keeps no
   * place: the call that follows may still be refused.
   *
   * @throws HashingOverloadedException if as many hash or wait as may
   */
  public void requirePlace() {
    if (places.availablePermits() == 0) {
      throw noPlace();
    }
  }

  private <T> T withPermit(Callable<T> work) {
    if (!places.tryAcquire()) {
      throw noPlace();
    }
    try {
      awaitPermit();
      try {
        return onAnotherThread(work);
      } finally {
        permits.release();
      }
    } finally {
      places.release();
    }
  }

  private void awaitPermit() {
    boolean acquired;
    try {
      acquired = permits.tryAcquire(TimeUnit.NANOSECONDS.convert(waitLimit), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw overloaded("interrupted before hashing");
    }
    if (!acquired) {
      throw overloaded("waited too long for a turn to hash");
    }
  }

  private <T> T onAnotherThread(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      threads.execute(task);
    } catch (OutOfMemoryError e) {
      throw overloaded("no thread to hash on could be started");
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private HashingOverloadedException noPlace() {
    return overloaded("too many passwords wait to be hashed");
  }

  private HashingOverloadedException overloaded(String message) {
    return new HashingOverloadedException(message, retryTimes.next());
  }

  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(thrown);
  }
}
