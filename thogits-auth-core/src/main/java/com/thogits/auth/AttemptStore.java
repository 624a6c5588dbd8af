package com.thogits.auth;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts attempts, so that what is tried can be counted before it is checked and a burst cannot
 * outrun the count. Implementations are safe for use by many threads and, where they share a
 * database, by many processes.
 *
 * <p>The contract is executable: {@code AttemptStoreContract} in the {@code tests} artifact.
 *
 * <p>Every method throws {@link StoreException} if the store can't do its work.
 */
public interface AttemptStore {

  /**
   * Adds one to the count of a key, in one atomic step, and tells the new count. A count starts
   * with its first attempt and is forgotten when {@code window} has passed since then.
   *
   * @param key at most 200 ASCII characters
   * @param window the window of the count, if this is its first attempt; a running count keeps its
   *     own
   * @param now in whole milliseconds
   * @return 1 or more; of several calls at once no two get the same number
   */
  int increment(String key, Duration window, Instant now);

  /** Forgets the count of a key. */
  void reset(String key);

  /**
   * Removes the counts whose windows ended at {@code now} or before.
   *
   * @return how many were removed
   */
  int deleteExpired(Instant now);
}
