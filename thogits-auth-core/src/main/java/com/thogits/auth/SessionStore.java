package com.thogits.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps sessions by the digest of their tokens. It neither judges whether a session is alive nor
 * forgets one by itself. Implementations are safe for use by many threads and, where they share a
 * database, by many processes. What a method acknowledged is visible to every later read.
 *
 * <p>The contract is executable: {@code SessionStoreContract} in the {@code tests} artifact.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store can't do its work now
 * (gone, slow, read-only, full, out of connections), and any other {@link StoreException} if
 * waiting won't mend it (a value refused, or one that cannot be read). It never answers as if
 * nothing were there. How long it may wait before it throws is for the implementation to bound.
 */
public interface SessionStore {

  /**
   * Adds a session.
   *
   * @throws StoreException also if its token is there already
   */
  void insert(Session session);

  /** Finds a session by the digest of its token. */
  Optional<Session> find(TokenHash token);

  /**
   * Finds a session by the digest of its token, and its user: the one read of every session check.
   *
   * <p>The user is as {@code users} keeps it at the moment at which the session was read, or at a
   * later one of this call, never as it was before. So a change of the account that was
   * acknowledged before the call is seen, and ends the session if it raised the {@linkplain
   * User#credentialEpoch() epoch}. As it stands, this method asks {@link #find} and then {@link
   * UserStore#findById}. A store that knows {@code users} to be in its own database may override it
   * to read both at once, from one snapshot; any other {@code users} it has to ask.
   *
   * @param users where the account is looked for, and nowhere else
   * @return empty if there is no session under this token, or its user is not there
   */
  default Optional<SessionWithUser> findWithUser(TokenHash token, UserStore users) {
    return find(token)
        .flatMap(
            session ->
                users.findById(session.userId()).map(user -> new SessionWithUser(session, user)));
  }

  /**
   * Puts {@code next} in the place of the session under {@code old}, in one atomic step.
   *
   * @return false, with nothing written, if there is no session under {@code old}; of several calls
   *     at once for one {@code old}, exactly one answers true
   * @throws StoreException also if the token of {@code next} is another session's, with nothing
   *     written
   */
  boolean replace(TokenHash old, Session next);

  /**
   * Removes a session.
   *
   * @return whether it was there; of several calls at once, exactly one answers true
   */
  boolean delete(TokenHash token);

  /**
   * Finds the sessions of a user, ended or not, in the order of their {@linkplain Session#id()
   * ids}, which is the order of their logins.
   */
  List<Session> findByUser(Ulid userId);

  /**
   * Notes the last use of a session. Does nothing if the session is gone or was seen later.
   *
   * @param lastSeenAt in whole milliseconds
   */
  void touch(TokenHash token, Instant lastSeenAt);

  /**
   * Removes the sessions that ended.
   *
   * @param now sessions that expire at this time or before go
   * @param idleSince sessions last seen at this time or before go
   * @return how many were removed
   */
  int deleteExpired(Instant now, Instant idleSince);

  /**
   * Removes all sessions of all users.
   *
   * @return how many were removed
   */
  int deleteAll();
}
