package com.thogits.auth;

import static java.util.Objects.requireNonNull;

/**
 * A TOTP secret that waits for its first code. Whoever sees it can make codes: show it once, to the
 * account's owner, and keep it nowhere.
 */
public final class TotpSetup {
  private final String secret;
  private final String uri;
  private final byte[] qrCode;

  TotpSetup(String secret, String uri, byte[] qrCode) {
    this.secret = requireNonNull(secret, "secret");
    this.uri = requireNonNull(uri, "uri");
    this.qrCode = qrCode.clone();
  }

  /** The secret for typing in: 32 characters of unpadded base32. */
  public String secret() {
    return secret;
  }

  /** The {@code otpauth} URI that the QR code holds. */
  public String uri() {
    return uri;
  }

  /** The QR code for scanning, as a PNG image. */
  public byte[] qrCode() {
    return qrCode.clone();
  }

  @Override
  public String toString() {
    return "TotpSetup[redacted]";
  }
}
