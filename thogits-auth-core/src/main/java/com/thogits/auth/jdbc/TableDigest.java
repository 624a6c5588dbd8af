package com.thogits.auth.jdbc;

import java.util.HexFormat;

/**
 * The sum, modulo 2 to the 256th, of the SHA-256 of each row: the same in whatever order the rows
 * come. It tells accidents, not forgery.
 */
final class TableDigest {
  private static final int BYTES = 32;

  private final byte[] sum = new byte[BYTES];
  private long rows;

  void add(CopiedRow row) {
    byte[] summand = row.sha256();
    int carry = 0;
    for (int i = BYTES - 1; i >= 0; i--) {
      carry += Byte.toUnsignedInt(sum[i]) + Byte.toUnsignedInt(summand[i]);
      sum[i] = (byte) carry;
      carry >>>= Byte.SIZE;
    }
    rows++;
  }

  /** How many rows were added. */
  long rows() {
    return rows;
  }

  /** In hexadecimal. */
  String value() {
    return HexFormat.of().formatHex(sum);
  }
}
