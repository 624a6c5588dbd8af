package com.thogits.auth.crypto;

/**
 * Seals secrets for storage, so that who reads the store learns nothing from them and who writes to
 * it cannot change one, or move it to another place, unnoticed.
 *
 * <p>The context says where a secret belongs, for instance to which user. It is not stored: only
 * the same context opens the secret again. The lengths of secrets are not hidden.
 *
 * <p>An implementation must be safe for use by several threads at once, and may keep neither the
 * arrays it is given nor those it returns. If it is out of reach, it throws an exception of its
 * own, never an {@link UnopenableSecretException}.
 */
public interface SecretCipher {
  /**
   * Seals {@code secret} with the current key. Two calls with the same arguments return different
   * bytes.
   *
   * @param secret the secret, of any length; the caller may clear it afterwards
   * @param context where the secret belongs, of any length
   * @return the sealed secret, in a form that names its key
   */
  byte[] seal(byte[] secret, byte[] context);

  /**
   * Opens what {@link #seal} returned for the same context, with whichever key it was sealed.
   *
   * @param sealed the sealed secret
   * @param context where the secret belongs
   * @return the secret; the caller clears it after use
   * @throws UnopenableSecretException if a single bit was changed, the context is another one, the
   *     key is not at hand, or {@code sealed} is no sealed secret at all
   */
  byte[] open(byte[] sealed, byte[] context);

  /**
   * Tells whether {@code sealed} names the key that {@link #seal} now uses. If not, the secret
   * should be sealed anew when it is next opened, so that the old key can be retired.
   *
   * @param sealed the sealed secret; it is not opened, so this says nothing of its integrity
   * @return whether it is up to date; false for anything that is no sealed secret
   */
  boolean isCurrent(byte[] sealed);
}
