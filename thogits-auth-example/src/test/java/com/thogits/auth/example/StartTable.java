package com.thogits.auth.example;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Medians of the starts, as a table in Markdown. */
final class StartTable {
  private final String java;
  private final int accounts;
  private final Map<StartedServer, List<ServerStart>> starts = new LinkedHashMap<>();

  /**
   * @param accounts how many the full database has
   */
  StartTable(String java, int accounts) {
    this.java = java;
    this.accounts = accounts;
  }

  void add(StartedServer server, ServerStart start) {
    starts.computeIfAbsent(server, first -> new ArrayList<>()).add(start);
  }

  void print() {
    say("JDK %s, medians of %d", java, starts.values().iterator().next().size());
    say("| server | accounts | first 200, ms | of Spring's | resident, MiB | of Spring's |");
    say("|---|---|---|---|---|---|");
    starts.forEach(this::row);
  }

  private void row(StartedServer server, List<ServerStart> own) {
    say(
        "| %s | %,d | %,.0f | %.3f | %.1f | %.2f |",
        server.name(),
        server.filled().isPresent() ? accounts : 0,
        Median.of(own, ServerStart::millis),
        ofSpring(own, ServerStart::millis),
        Median.of(own, ServerStart::residentMebibytes),
        ofSpring(own, ServerStart::residentMebibytes));
  }

  private double ofSpring(List<ServerStart> own, ToDoubleFunction<ServerStart> figure) {
    List<ServerStart> peer =
        starts.entrySet().stream()
            .filter(server -> server.getKey().spring())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    return Median.of(own, figure) / Median.of(peer, figure);
  }

  private static void say(String format, Object... values) {
    System.out.println("start: " + String.format(Locale.ROOT, format, values));
  }
}
