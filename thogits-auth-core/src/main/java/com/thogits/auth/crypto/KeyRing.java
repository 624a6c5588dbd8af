package com.thogits.auth.crypto;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets with AES-256-GCM (NIST SP 800-38D) under keys held in memory: one current key
 * seals, every key of the ring opens.
 *
 * <p>A sealed secret is a version byte (1), the key id (4 bytes, big endian), a random IV (12
 * bytes), the ciphertext, and the tag (16 bytes): {@value #OVERHEAD} bytes more than the secret.
 * Version, key id and context are authenticated with it.
 *
 * <p>With random IVs a key must not seal more than 2<sup>32</sup> secrets (NIST SP 800-38D section
 * 8.3); the ring does not count them. A key is changed in three steps: add a new one with {@link
 * #withNewKey}, seal anew what is opened and not {@linkplain #isCurrent current}, and remove the
 * old key's line when nothing is sealed with it any more. Where several processes share the
 * secrets, each must hold the new key before one of them seals with it: put its line above the last
 * one everywhere, and only then move it to the end.
 *
 * <p>Instances are immutable and safe for use by several threads at once.
 */
public final class KeyRing implements SecretCipher {
  /** How many bytes a sealed secret has more than the secret. */
  public static final int OVERHEAD = SealedForm.OVERHEAD;

  /** In the order of the text form: the last one is current. */
  private final Map<Integer, AesKey> keys;

  private final int currentKeyId;
  private final SecureRandom random;

  private KeyRing(Map<Integer, AesKey> keys, SecureRandom random) {
    int last = 0;
    for (int id : keys.keySet()) {
      last = id;
    }
    this.keys = Collections.unmodifiableMap(keys);
    this.currentKeyId = last;
    this.random = random;
  }

  /**
   * Makes a ring with one new key. Its id is drawn at random, so that a ring made after the loss of
   * another is not taken for it.
   *
   * @param random the source of the key, and of the IVs
   * @return a new ring
   */
  public static KeyRing generate(SecureRandom random) {
    Objects.requireNonNull(random, "random");
    Map<Integer, AesKey> keys = new LinkedHashMap<>();
    addNewKey(keys, random);
    return new KeyRing(keys, random);
  }

  /**
   * Reads a ring from text: one key a line, its id (1 to 2147483647), blanks, and its 32 bytes in
   * base64 (RFC 4648 section 4, padded). The last key is the current one. Empty lines, and lines
   * that start with {@code #}, are skipped.
   *
   * @param text the text
   * @param random the source of IVs, and of new keys
   * @return the ring
   * @throws IllegalArgumentException if there is no key, a line is anything else, or an id or a key
   *     comes twice; the message names the line and never repeats it
   */
  public static KeyRing parse(String text, SecureRandom random) {
    Objects.requireNonNull(random, "random");
    return new KeyRing(KeyRingText.parse(Objects.requireNonNull(text, "text")), random);
  }

  /**
   * Writes what {@link #parse} reads. It shows every key: keep it where only the application can
   * read it, and away from the store of what it seals.
   *
   * @return the text, ending with a line feed
   */
  public String format() {
    return KeyRingText.format(keys);
  }

  /**
   * Makes a ring with all keys of this one and a new one, which is current. The id of the new key
   * is drawn at random.
   *
   * @param random the source of the key, and of the new ring's IVs
   * @return another ring; this one stays as it is
   */
  public KeyRing withNewKey(SecureRandom random) {
    Objects.requireNonNull(random, "random");
    Map<Integer, AesKey> more = new LinkedHashMap<>(keys);
    addNewKey(more, random);
    return new KeyRing(more, random);
  }

  /** {@return the ids of all keys, the current one last} */
  public Set<Integer> keyIds() {
    return keys.keySet();
  }

  /** {@return the id of the key that seals} */
  public int currentKeyId() {
    return currentKeyId;
  }

  @Override
  public byte[] seal(byte[] secret, byte[] context) {
    return sealWith(currentKeyId, secret, context);
  }

  /**
   * Seals with a key of the ring that need not be the current one; otherwise as {@link #seal}. Made
   * for checks of a key, not for secrets.
   *
   * @param keyId one of {@link #keyIds}
   * @param secret the secret, of any length
   * @param context where the secret belongs, of any length
   * @return the sealed secret
   * @throws IllegalArgumentException if the ring does not have the key
   */
  public byte[] sealWith(int keyId, byte[] secret, byte[] context) {
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(context, "context");
    @Nullable AesKey key = keys.get(keyId);
    if (key == null) {
      throw new IllegalArgumentException("keyId must be in the key ring");
    }
    return SealedForm.seal(keyId, key, random, secret, context);
  }

  /**
   * What every secret begins with that is sealed with a key, so that a store can look for them.
   *
   * @param keyId the id of a key, of whatever ring
   * @return the version byte and the id
   */
  public static byte[] prefix(int keyId) {
    return SealedForm.prefix(keyId);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnopenableSecretException as {@link SecretCipher#open} says; the message names the key
   *     id that {@code sealed} has
   */
  @Override
  public byte[] open(byte[] sealed, byte[] context) {
    Objects.requireNonNull(sealed, "sealed");
    Objects.requireNonNull(context, "context");
    if (!SealedForm.isOne(sealed)) {
      throw new UnopenableSecretException("this is no secret sealed with a key ring");
    }
    int keyId = SealedForm.keyId(sealed);
    return SealedForm.open(key(keyId), sealed, context);
  }

  @Override
  public boolean isCurrent(byte[] sealed) {
    Objects.requireNonNull(sealed, "sealed");
    return SealedForm.isOne(sealed) && SealedForm.keyId(sealed) == currentKeyId;
  }

  private AesKey key(int keyId) {
    @Nullable AesKey key = keys.get(keyId);
    if (key == null) {
      throw new UnopenableSecretException(
          "the secret is sealed with key " + keyId + ", which the key ring does not have");
    }
    return key;
  }

  private static void addNewKey(Map<Integer, AesKey> keys, SecureRandom random) {
    int id;
    do {
      id = random.nextInt() & Integer.MAX_VALUE;
    } while (id == 0 || keys.containsKey(id));
    keys.put(id, AesKey.random(random));
  }

  /** Shows the ids of the keys, the current one last. */
  @Override
  public String toString() {
    return "KeyRing" + keys.keySet();
  }
}
