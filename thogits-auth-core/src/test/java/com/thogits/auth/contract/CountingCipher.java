package com.thogits.auth.contract;

import com.thogits.auth.crypto.SecretCipher;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the secrets that another cipher opens. */
final class CountingCipher implements SecretCipher {
  private final SecretCipher cipher;
  private final AtomicInteger opened = new AtomicInteger();

  CountingCipher(SecretCipher cipher) {
    this.cipher = cipher;
  }

  int opened() {
    return opened.get();
  }

  @Override
  public byte[] seal(byte[] secret, byte[] context) {
    return cipher.seal(secret, context);
  }

  @Override
  public byte[] open(byte[] sealed, byte[] context) {
    opened.incrementAndGet();
    return cipher.open(sealed, context);
  }

  @Override
  public boolean isCurrent(byte[] sealed) {
    return cipher.isCurrent(sealed);
  }
}
