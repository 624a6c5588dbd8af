package com.thogits.auth.password;

/**
 * Turns passwords into hashes for storage, and checks them.
 *
 * <p>An encoded hash is one line of ASCII that carries its algorithm, parameters and salt. An
 * implementation must be safe for use by several threads at once. Hashing is slow and takes memory
 * by design; the caller limits how many run together.
 */
public interface PasswordHasher {
  /**
   * Hashes {@code password} with a new random salt and the current parameters.
   *
   * @param password the password, not closed
   * @return the encoded hash
   * @throws HashingOverloadedException if the machine cannot take on another hash now
   */
  String hash(Password password);

  /**
   * Tells whether {@code password} is the one that {@code encodedHash} was made from. Works with
   * the parameters of {@code encodedHash}, not the current ones. The digests are compared in
   * constant time.
   *
   * @param password the password, not closed
   * @param encodedHash the stored hash
   * @return whether they belong together
   * @throws UnusableHashException if {@code encodedHash} is malformed, of another algorithm, or
   *     asks for more work than this hasher allows; nothing was computed then
   * @throws HashingOverloadedException if the machine cannot take on another hash now
   */
  boolean verify(Password password, String encodedHash);

  /**
   * Tells whether {@code encodedHash} was made with other parameters than the current ones, so that
   * a password just verified should be hashed anew.
   *
   * @param encodedHash the stored hash
   * @return whether it has fallen behind
   * @throws UnusableHashException as {@link #verify} does
   */
  boolean needsRehash(String encodedHash);

  /**
   * Makes an encoded hash that no password matches, without hashing. To verify against it costs
   * what any other verification with the current parameters costs, so an unknown account can take
   * as long as a known one.
   *
   * @return an encoded hash with the current parameters
   */
  String unmatchable();
}
