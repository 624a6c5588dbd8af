/**
 * Secrets at rest: sealed with AES-256-GCM, under keys that can be changed.
 *
 * <p>{@link com.thogits.auth.crypto.SecretCipher} is what a store of secrets needs, and what a
 * hardware security module can offer; {@link com.thogits.auth.crypto.KeyRing} does it with keys in
 * memory. The package is usable alone.
 *
 * <pre>{@code
 * KeyRing keys = KeyRing.parse(Files.readString(keyFile), new SecureRandom());
 *
 * byte[] sealed = keys.seal(secret, userId);
 * byte[] opened = keys.open(sealed, userId);
 * }</pre>
 *
 * <p>Once the ring has a newer key, what an older one sealed still opens, and is sealed anew when
 * it is used:
 *
 * <pre>{@code
 * if (!keys.isCurrent(sealed)) {
 *   sealed = keys.seal(keys.open(sealed, userId), userId);
 * }
 * }</pre>
 */
@NullMarked
package com.thogits.auth.crypto;

import org.jspecify.annotations.NullMarked;
