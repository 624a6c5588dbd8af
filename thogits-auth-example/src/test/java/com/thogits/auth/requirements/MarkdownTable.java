package com.thogits.auth.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables of a Markdown text. */
public final class MarkdownTable {
  private MarkdownTable() {}

  /** The rows below the one header that has these columns, without the line that divides them. */
  public static List<List<String>> rows(String markdown, String... columns) {
    List<String> header = List.of(columns);
    List<List<String>> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : markdown.split("\n", -1)) {
      List<String> cells = cells(line);
      if (cells.equals(header)) {
        inside = true;
      } else if (!line.startsWith("|")) {
        inside = false;
      } else if (inside && !line.startsWith("|---")) {
        rows.add(cells);
      }
    }
    if (rows.isEmpty()) {
      throw new AssertionError("there is no table with the columns " + header);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("|")) {
      return List.of();
    }
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Stream.of(inner.split("\\|", -1)).map(String::strip).toList();
  }
}
