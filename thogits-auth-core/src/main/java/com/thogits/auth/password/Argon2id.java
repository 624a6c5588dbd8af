package com.thogits.auth.password;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/**
 * Argon2id (RFC 9106, version 19) with salts of 16 bytes and digests of 32, stored as PHC strings.
 *
 * <p>Safe for use by several threads at once. Each hash takes its memory from the operating system,
 * outside the Java heap, and gives it back at the end. Under a {@link BoundedHasher}, on Linux, its
 * threads keep up to 64 MiB each from one hash to the next, cleared, until they end. A stored hash
 * whose parameters exceed the limit is refused before any memory is taken.
 */
public final class Argon2id implements PasswordHasher {
  private static final int SALT_LENGTH = 16;
  private static final int DIGEST_LENGTH = 32;

  private final Argon2Parameters parameters;
  private final Argon2Parameters storedHashLimit;
  private final SecureRandom random;
  private final NativeArgon2 argon2;

  /**
   * Hashes with {@link Argon2Parameters#OWASP}, and verifies stored hashes up to {@link
   * Argon2Parameters#STORED_HASH_LIMIT}.
   *
   * @param random the source of salts
   * @throws IllegalStateException if the native library cannot be loaded; the message says what to
   *     do
   */
  public Argon2id(SecureRandom random) {
    this(Argon2Parameters.OWASP, Argon2Parameters.STORED_HASH_LIMIT, random);
  }

  /**
   * Hashes with {@code parameters}, and verifies stored hashes up to {@code storedHashLimit}.
   *
   * @param parameters the cost of new hashes
   * @param storedHashLimit the most that a stored hash may ask for, each parameter by itself
   * @param random the source of salts
   * @throws IllegalArgumentException if {@code parameters} exceed {@code storedHashLimit}
   * @throws IllegalStateException if the native library cannot be loaded; the message says what to
   *     do
   */
  public Argon2id(
      Argon2Parameters parameters, Argon2Parameters storedHashLimit, SecureRandom random) {
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.storedHashLimit = Objects.requireNonNull(storedHashLimit, "storedHashLimit");
    this.random = Objects.requireNonNull(random, "random");
    if (parameters.exceeds(storedHashLimit)) {
      throw new IllegalArgumentException("parameters must not exceed storedHashLimit");
    }
    this.argon2 = NativeArgon2.load();
  }

  @Override
  public String hash(Password password) {
    Objects.requireNonNull(password, "password");
    byte[] salt = randomBytes(SALT_LENGTH);
    byte[] digest = argon2.digest(password.utf8(), parameters, salt, DIGEST_LENGTH);
    return new Argon2idHash(parameters, salt, digest).encode();
  }

  @Override
  public boolean verify(Password password, String encodedHash) {
    Objects.requireNonNull(password, "password");
    Argon2idHash stored = usable(encodedHash);
    byte[] digest =
        argon2.digest(password.utf8(), stored.parameters(), stored.salt(), stored.digest().length);
    try {
      return MessageDigest.isEqual(digest, stored.digest());
    } finally {
      Arrays.fill(digest, (byte) 0);
    }
  }

  @Override
  public boolean needsRehash(String encodedHash) {
    Argon2idHash stored = usable(encodedHash);
    return !stored.parameters().equals(parameters)
        || stored.salt().length != SALT_LENGTH
        || stored.digest().length != DIGEST_LENGTH;
  }

  @Override
  public String unmatchable() {
    return new Argon2idHash(parameters, randomBytes(SALT_LENGTH), randomBytes(DIGEST_LENGTH))
        .encode();
  }

  private Argon2idHash usable(String encodedHash) {
    Argon2idHash stored = Argon2idHash.decode(Objects.requireNonNull(encodedHash, "encodedHash"));
    if (stored.parameters().exceeds(storedHashLimit)) {
      throw new UnusableHashException("the stored hash asks for more than the limit allows");
    }
    return stored;
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
