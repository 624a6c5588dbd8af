package com.thogits.auth.totp;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.Base32;

/** Base32 of RFC 4648 section 6 without padding, in its one canonical form. */
final class Base32Text {
  private static final byte[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".getBytes(StandardCharsets.ISO_8859_1);
  private static final Base32 CODEC =
      new Base32() {
        /** Holds the longest secret. The codec's own 8 KiB would cost more than all the rest. */
        @Override
        protected int getDefaultBufferSize() {
          return 256;
        }
      };

  private Base32Text() {}

  /** By hand: the codec takes half the time of drawing a secret. */
  static String encode(byte[] bytes) {
    byte[] text = new byte[(bytes.length * 8 + 4) / 5];
    int written = 0;
    for (int start = 0; start < bytes.length; start += 5) {
      long group = 0;
      for (int i = start; i < start + 5; i++) {
        group = (group << 8) | (i < bytes.length ? bytes[i] & 0xFF : 0);
      }
      for (int shift = 35; shift >= 0 && written < text.length; shift -= 5) {
        text[written++] = ALPHABET[(int) (group >>> shift) & 31];
      }
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /**
   * Decodes text that {@link #encode} could have made.
   *
   * @throws IllegalArgumentException for anything else; the message does not contain the text
   */
  static byte[] decode(String text) {
    byte[] bytes = CODEC.decode(text.getBytes(StandardCharsets.UTF_8));
    // The codec skips unknown characters, folds case, and drops leftover bits. Only canonical text
    // survives the way back.
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException(
          "base32 must be canonical RFC 4648: only A-Z and 2-7, no padding, no blanks,"
              + " a possible length, and zero trailing bits");
    }
    return bytes;
  }
}
