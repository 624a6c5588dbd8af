package com.thogits.auth.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** The results of one run, grouped by class and parameters, as tables in Markdown. */
record Comparisons(Collection<RunResult> results) {
  private static final String SUBJECT = "thogits";

  @Override
  public String toString() {
    Map<String, List<Row>> comparisons =
        results.stream()
            .map(Row::of)
            .collect(
                Collectors.groupingBy(Row::comparison, LinkedHashMap::new, Collectors.toList()));
    return comparisons.entrySet().stream()
        .map(comparison -> table(comparison.getKey(), comparison.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String table(String title, List<Row> rows) {
    StringBuilder table = new StringBuilder();
    table.append("| ").append(title).append(" | median ns/op | B/op | thogits is |\n");
    table.append("|---|---|---|---|\n");
    double subject =
        rows.stream()
            .filter(row -> row.name().equals(SUBJECT))
            .mapToDouble(Row::nanoseconds)
            .findAny()
            .orElse(Double.NaN);
    for (Row row : rows) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %,.0f | %,.0f | %.2f × |%n",
              row.name(),
              row.nanoseconds(),
              row.bytes(),
              subject / row.nanoseconds()));
    }
    return table.toString();
  }
}
