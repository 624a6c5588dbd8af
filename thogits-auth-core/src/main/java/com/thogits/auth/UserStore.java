package com.thogits.auth;

import java.util.Optional;

/**
 * Keeps accounts. The store decides every race: a write that can lose answers false from one atomic
 * step, and callers believe it. Implementations are safe for use by many threads and, where they
 * share a database, by many processes. What a method acknowledged is visible to every later read.
 *
 * <p>The contract is executable: {@code UserStoreContract} in the {@code tests} artifact.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store can't do its work now
 * (gone, slow, read-only, full, out of connections), and any other {@link StoreException} if
 * waiting won't mend it (a value refused, or one that cannot be read). It never answers as if
 * nothing were there. How long it may wait before it throws is for the implementation to bound.
 */
public interface UserStore {

  /**
   * Adds an account.
   *
   * @return false, with nothing written, if an account with this {@linkplain Email#canonical()
   *     canonical e-mail} or this id is there; of several calls at once for one e-mail, exactly one
   *     answers true
   */
  boolean insert(User user);

  /** Finds an account by its id. */
  Optional<User> findById(Ulid id);

  /** Finds an account by the {@linkplain Email#canonical() canonical form} of its e-mail. */
  Optional<User> findByEmail(Email email);

  /**
   * Compare and set: writes {@code next} if the stored version is {@code next.version() - 1}.
   *
   * @return false, with nothing written, if the stored version is another or the account is gone;
   *     of several calls at once for one version, exactly one answers true
   * @throws StoreException also if its e-mail is another account's, with nothing written
   */
  boolean replace(User next);

  /**
   * Removes an account if the stored version is {@code last.version()}.
   *
   * @return false, with nothing removed, if the stored version is another or the account is gone;
   *     of several calls at once for one version, {@link #replace} among them, exactly one answers
   *     true
   */
  boolean delete(User last);
}
