package com.thogits.auth;

import com.thogits.auth.crypto.SecretCipher;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A secret as stores keep it: sealed by the host's {@link SecretCipher} for one account, so that a
 * copy of the database is no second factor and a row moved to another account opens nothing.
 */
public final class SealedSecret {
  private final byte[] bytes;

  /** Takes what {@link #toBytes()} gave. */
  public SealedSecret(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** A copy of the sealed bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SealedSecret secret && Arrays.equals(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SealedSecret[redacted]";
  }
}
