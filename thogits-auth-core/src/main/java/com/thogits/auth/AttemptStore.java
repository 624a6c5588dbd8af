package com.thogits.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps counts of attempts, so that what is tried can be counted before it is checked and a burst
 * cannot outrun the count. Every write is a compare-and-set; of several at once for one state,
 * exactly one wins. Implementations are safe for use by many threads and, where they share a
 * database, by many processes. What a method acknowledged is visible to every later read.
 *
 * <p>The contract is executable: {@code AttemptStoreContract} in the {@code tests} artifact.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store can't do its work now
 * (gone, slow, read-only, full, out of connections), and any other {@link StoreException} if
 * waiting won't mend it (a value refused, or one that cannot be read). It never answers as if
 * nothing were there. How long it may wait before it throws is for the implementation to bound.
 */
public interface AttemptStore {

  /**
   * Finds a count, forgotten or not.
   *
   * @param key at most 200 ASCII characters
   */
  Optional<Attempts> find(String key);

  /**
   * Begins a count.
   *
   * @return false, with nothing written, if the key has one
   */
  boolean insert(String key, Attempts first);

  /**
   * Compare and set: writes {@code next} if the stored count equals {@code seen}.
   *
   * @return false, with nothing written, if it is another or there is none
   */
  boolean replace(String key, Attempts seen, Attempts next);

  /** Forgets the count of a key, if there is one. */
  void delete(String key);

  /**
   * Removes the counts to be forgotten at {@code now} or before.
   *
   * @return how many were removed
   */
  int deleteExpired(Instant now);
}
