package com.thogits.auth.password;

/**
 * Knows passwords that have become public, for instance through a service that is asked for a range
 * of digests so that it does not learn the password.
 *
 * <p>It is asked for each password that somebody chooses, after the rules that need no service, and
 * on the thread of the request: an implementation bounds its own time. It must be safe for use by
 * several threads at once.
 */
@FunctionalInterface
public interface BreachedPasswords {
  /**
   * Tells whether {@code password} is known to be public.
   *
   * @param password the password, not closed; {@link Password#toUtf8} gives the bytes to digest. It
   *     must not be kept
   * @return whether it is known
   * @throws RuntimeException if that cannot be told now; the message must not contain the password
   */
  boolean contains(Password password);
}
