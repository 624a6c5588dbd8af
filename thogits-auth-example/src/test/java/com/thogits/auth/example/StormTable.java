package com.thogits.auth.example;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Medians of the rounds, as a table in Markdown. */
final class StormTable {
  private final List<Wrk.Result> idle = new ArrayList<>();
  private final Map<Integer, List<Compared>> storms = new LinkedHashMap<>();

  /** {@code /me} while nobody logs in. */
  void addIdle(Wrk.Result me) {
    idle.add(me);
  }

  /** One storm, and the rate of hashing around it. */
  void add(int clients, StormRun run, double rawPerSecond) {
    Compared compared =
        new Compared(
            run, run.loginsPerSecond() / rawPerSecond, idle.get(idle.size() - 1).p99Millis());
    storms.computeIfAbsent(clients, first -> new ArrayList<>()).add(compared);
    say(
        "%d clients: %.1f logins/s, raw %.1f; %s",
        clients, run.loginsPerSecond(), rawPerSecond, run.me());
  }

  void print(String jdk) {
    double best =
        storms.values().stream()
            .mapToDouble(all -> Median.of(all, Compared::ofRaw))
            .max()
            .orElse(1);
    say("JDK %s", jdk);
    say(
        "| clients | logins/s | of raw hashing | of the best row | sent away | /me p50 ms | p99 ms"
            + " | of idle's p99 | errors | peak memory MiB |");
    say("|---|---|---|---|---|---|---|---|---|---|");
    say(
        "| 0 | | | | | %.2f | %.2f | 1 | %d | |",
        Median.of(idle, Wrk.Result::p50Millis),
        Median.of(idle, Wrk.Result::p99Millis),
        idle.stream().mapToLong(Wrk.Result::errors).sum());
    storms.forEach((clients, all) -> row(clients, all, best));
  }

  private static void row(int clients, List<Compared> all, double best) {
    say(
        "| %d | %.1f | %.2f | %.2f | %.0f %% | %.2f | %.2f | %.1f | %d | %d |",
        clients,
        Median.of(all, one -> one.run().loginsPerSecond()),
        Median.of(all, Compared::ofRaw),
        Median.of(all, Compared::ofRaw) / best,
        100 * Median.of(all, one -> one.run().shareSentAway()),
        Median.of(all, one -> one.run().me().p50Millis()),
        Median.of(all, Compared::p99),
        Median.of(all, one -> one.p99() / one.idleP99()),
        all.stream().mapToLong(one -> one.run().me().errors()).sum(),
        all.stream().mapToLong(one -> one.run().peakMebibytes()).max().orElseThrow());
  }

  private static void say(String format, Object... values) {
    System.out.println("storm: " + String.format(Locale.ROOT, format, values));
  }

  /**
   * One storm of logins.
   *
   * @param me what those who poll saw meanwhile
   * @param peakMebibytes the most physical memory the server had until its end
   */
  record StormRun(
      double loginsPerSecond, double shareSentAway, Wrk.Result me, long peakMebibytes) {}

  private record Compared(StormRun run, double ofRaw, double idleP99) {
    double p99() {
      return run.me().p99Millis();
    }
  }
}
