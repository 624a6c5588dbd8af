package com.thogits.auth.jdbc;

import java.util.List;

/**
 * What a copy found equal on both sides.
 *
 * @param tables one after the other, as they were copied
 */
public record CopyReport(List<Table> tables) {

  /** Copies the list. */
  public CopyReport {
    tables = List.copyOf(tables);
  }

  /**
   * One table.
   *
   * @param name its name in the database
   * @param rows how many rows each side has
   * @param written how many of them this run wrote; the others were there from an earlier run
   * @param digest the sum, modulo 2 to the 256th, of the SHA-256 of each row, in hexadecimal: the
   *     same on any database and in any order
   */
  public record Table(String name, long rows, long written, String digest) {}
}
