package com.thogits.auth;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bearer secret of one session: 256 random bits (ASVS 7.2.3 asks for 128), as 43 characters of
 * unpadded base64url. It tells nothing about the session, and stores never see it: they keep its
 * {@link #hash()}.
 */
public final class SessionToken {
  private static final int BYTES = 32;
  private static final int CHARACTERS = 43;

  private final byte[] bytes;

  private SessionToken(byte[] bytes) {
    this.bytes = bytes;
  }

  static SessionToken create(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new SessionToken(bytes);
  }

  /**
   * Reads what {@link #reveal()} wrote.
   *
   * @return empty if {@code text} cannot be a token, which is no reason to treat its bearer in any
   *     other way than the bearer of an unknown one
   */
  public static Optional<SessionToken> parse(String text) {
    if (text.length() != CHARACTERS) {
      return Optional.empty();
    }
    try {
      SessionToken token = new SessionToken(Base64.getUrlDecoder().decode(text));
      return token.reveal().equals(text) ? Optional.of(token) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The secret itself, for the cookie and for nothing else. */
  public String reveal() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What stores know the session by: the token's SHA-256. */
  public TokenHash hash() {
    return TokenHash.of(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionToken token && MessageDigest.isEqual(bytes, token.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SessionToken[redacted]";
  }
}
