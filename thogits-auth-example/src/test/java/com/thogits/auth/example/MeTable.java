package com.thogits.auth.example;

import com.thogits.auth.example.MeServer.MeRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Medians of the rounds, as tables in Markdown. */
final class MeTable {
  private static final String LIMIT = "nothing";
  private static final String PEER = "spring";

  private final String java;
  private final Map<Integer, Map<String, List<MeRun>>> runs = new LinkedHashMap<>();

  MeTable(String java) {
    this.java = java;
  }

  void add(String server, int connections, MeRun run) {
    runs.computeIfAbsent(connections, first -> new LinkedHashMap<>())
        .computeIfAbsent(server, first -> new ArrayList<>())
        .add(run);
  }

  void print() {
    say("JDK %s", java);
    say(
        "| connections | server | requests/s | of nothing's | p50 ms | p99 ms | CPU µs | errors |"
            + " of Spring's requests/s | of its p99 |");
    say("|---|---|---|---|---|---|---|---|---|---|");
    runs.forEach(
        (connections, servers) ->
            servers.forEach((server, own) -> row(connections, server, own, servers)));
  }

  private static void row(
      int connections, String server, List<MeRun> own, Map<String, List<MeRun>> servers) {
    say(
        "| %d | %s | %,.0f | %s | %.2f | %.2f | %.1f | %d | %s | %s |",
        connections,
        server,
        Median.of(own, MeTable::perSecond),
        ratio(own, servers.get(LIMIT), MeTable::perSecond),
        Median.of(own, run -> run.result().p50Millis()),
        Median.of(own, MeTable::p99),
        Median.of(own, MeRun::cpuMicrosPerRequest),
        own.stream().mapToLong(run -> run.result().errors()).sum(),
        ratio(own, servers.get(PEER), MeTable::perSecond),
        ratio(own, servers.get(PEER), MeTable::p99));
  }

  private static String ratio(List<MeRun> own, List<MeRun> other, ToDoubleFunction<MeRun> figure) {
    return other == null
        ? ""
        : String.format(Locale.ROOT, "%.2f", Median.of(own, figure) / Median.of(other, figure));
  }

  private static double perSecond(MeRun run) {
    return run.result().perSecond();
  }

  private static double p99(MeRun run) {
    return run.result().p99Millis();
  }

  private static void say(String format, Object... values) {
    System.out.println("http: " + String.format(Locale.ROOT, format, values));
  }
}
