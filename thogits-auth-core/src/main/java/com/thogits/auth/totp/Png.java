package com.thogits.auth.totp;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * A black and white image as a PNG file (ISO/IEC 15948), one bit a pixel.
 *
 * <p>ImageIO writes the same, but takes the window toolkit along.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte BITS_A_PIXEL = 1;
  private static final byte INDEXED_COLOUR = 3;

  /** White where a bit is 0, black where it is 1. */
  private static final byte[] PALETTE = {-1, -1, -1, 0, 0, 0};

  private final ByteArrayOutputStream file = new ByteArrayOutputStream(1024);

  private Png() {}

  static byte[] of(BitMatrix pixels) {
    Png png = new Png();
    png.file.writeBytes(SIGNATURE);
    png.chunk("IHDR", header(pixels));
    png.chunk("PLTE", PALETTE);
    png.chunk("IDAT", compressed(rows(pixels)));
    png.chunk("IEND", new byte[0]);
    return png.file.toByteArray();
  }

  /** Ends with the one compression method, the one filter method, and no interlacing. */
  private static byte[] header(BitMatrix pixels) {
    return ByteBuffer.allocate(13)
        .putInt(pixels.getWidth())
        .putInt(pixels.getHeight())
        .put(new byte[] {BITS_A_PIXEL, INDEXED_COLOUR, 0, 0, 0})
        .array();
  }

  /** From top to bottom, each begun by a byte 0: this row is not filtered. */
  private static byte[] rows(BitMatrix pixels) {
    int length = (pixels.getWidth() + 7) / 8;
    byte[] rows = new byte[pixels.getHeight() * (1 + length)];
    BitArray row = new BitArray(pixels.getWidth());
    for (int y = 0; y < pixels.getHeight(); y++) {
      row = pixels.getRow(y, row);
      row.toBytes(0, rows, y * (1 + length) + 1, length);
    }
    return rows;
  }

  private static byte[] compressed(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(1024);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  /** The length of the data, the type, the data, and a checksum of type and data. */
  private void chunk(String type, byte[] data) {
    ByteBuffer chunk =
        ByteBuffer.allocate(3 * Integer.BYTES + data.length)
            .putInt(data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), Integer.BYTES, Integer.BYTES + data.length);
    file.writeBytes(chunk.putInt((int) checksum.getValue()).array());
  }
}
