/**
 * Passwords: what is a password, which ones are acceptable, and how they are hashed.
 *
 * <p>{@link com.thogits.auth.password.Password} normalises and holds one, {@link
 * com.thogits.auth.password.PasswordPolicy} judges its length, {@link
 * com.thogits.auth.password.CommonPasswords}, {@link com.thogits.auth.password.ContextWords} and
 * {@link com.thogits.auth.password.BreachedPasswords} tell whether it is easily guessed, {@link
 * com.thogits.auth.password.Argon2id} hashes it, and {@link
 * com.thogits.auth.password.BoundedHasher} keeps that within what the machine can take.
 */
@NullMarked
package com.thogits.auth.password;

import org.jspecify.annotations.NullMarked;
