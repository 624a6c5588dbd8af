package com.thogits.auth;

import com.thogits.auth.crypto.SecretCipher;
import com.thogits.auth.crypto.UnopenableSecretException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Makes device tokens, and tells a browser that holds one of an account from a stranger. */
final class KnownDevices {
  private static final int NAME_BYTES = 16;

  private final SecretCipher cipher;

  KnownDevices(SecretCipher cipher) {
    this.cipher = cipher;
  }

  /** Named by its login, so that whoever holds a session gains no second budget from it. */
  DeviceToken mark(User user, Ulid login) {
    byte[] name =
        ByteBuffer.allocate(NAME_BYTES)
            .putLong(login.mostSignificantBits())
            .putLong(login.leastSignificantBits())
            .array();
    byte[] sealed = cipher.seal(name, context(user));
    return new DeviceToken(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
  }

  /** The name of the browser, if it holds a token of this account as it is today. */
  Optional<String> name(User user, Client client) {
    return client
        .device()
        .flatMap(KnownDevices::decode)
        .flatMap(token -> open(token, context(user)));
  }

  private static Optional<byte[]> decode(DeviceToken token) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(token.reveal()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private Optional<String> open(byte[] sealed, byte[] context) {
    try {
      return Optional.of(HexFormat.of().formatHex(cipher.open(sealed, context)));
    } catch (UnopenableSecretException notOurs) {
      return Optional.empty();
    }
  }

  private static byte[] context(User user) {
    return ("device:" + user.id() + ":" + user.credentialEpoch())
        .getBytes(StandardCharsets.US_ASCII);
  }
}
