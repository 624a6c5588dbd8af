/**
 * Passwords: what is a password, which ones are acceptable, and how they are hashed.
 *
 * <p>{@link com.thogits.auth.password.Password} normalises and holds one, {@link
 * com.thogits.auth.password.PasswordPolicy} judges its length, and {@link
 * com.thogits.auth.password.Argon2id} hashes it.
 */
@NullMarked
package com.thogits.auth.password;

import org.jspecify.annotations.NullMarked;
