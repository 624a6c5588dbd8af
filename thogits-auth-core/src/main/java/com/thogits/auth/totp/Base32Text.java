package com.thogits.auth.totp;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.Base32;

/** Base32 of RFC 4648 section 6 without padding, in its one canonical form. */
final class Base32Text {
  private static final Base32 CODEC =
      new Base32() {
        /** Holds the longest secret. The codec's own 8 KiB would cost more than all the rest. */
        @Override
        protected int getDefaultBufferSize() {
          return 256;
        }
      };

  private Base32Text() {}

  static String encode(byte[] bytes) {
    String padded = CODEC.encodeAsString(bytes);
    int padding = padded.indexOf('=');
    return padding < 0 ? padded : padded.substring(0, padding);
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
