package com.thogits.auth.simulation;

import com.thogits.auth.crypto.SecretCipher;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Tells an operation which browser's mark it opened: the password counts on that mark then. */
record WatchedCipher(SecretCipher cipher, Node node) implements SecretCipher {

  @Override
  public byte[] seal(byte[] secret, byte[] context) {
    return cipher.seal(secret, context);
  }

  @Override
  public byte[] open(byte[] sealed, byte[] context) {
    byte[] opened = cipher.open(sealed, context);
    if (new String(context, StandardCharsets.US_ASCII).startsWith("device:")) {
      node.current().passwordBudget = "device:" + HexFormat.of().formatHex(opened);
    }
    return opened;
  }

  @Override
  public boolean isCurrent(byte[] sealed) {
    return cipher.isCurrent(sealed);
  }
}
