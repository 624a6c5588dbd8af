package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What a strict reader looks at (ISO/IEC 15948 section 5) and Java's own passes over. */
class PngTest {
  private static final long SIGNATURE = 0x8950_4E47_0D0A_1A0AL;

  @Test
  void everyChunkHasItsLengthAndItsChecksum() {
    ByteBuffer file = ByteBuffer.wrap(QrCode.png("text"));
    assertThat(file.getLong()).isEqualTo(SIGNATURE);
    List<String> types = new ArrayList<>();
    while (file.hasRemaining()) {
      byte[] typeAndData = new byte[file.getInt() + Integer.BYTES];
      file.get(typeAndData);
      types.add(new String(typeAndData, 0, Integer.BYTES, StandardCharsets.US_ASCII));
      CRC32 checksum = new CRC32();
      checksum.update(typeAndData);
      assertThat(file.getInt())
          .as(types.get(types.size() - 1))
          .isEqualTo((int) checksum.getValue());
    }

    assertThat(types).containsExactly("IHDR", "PLTE", "IDAT", "IEND");
  }
}
