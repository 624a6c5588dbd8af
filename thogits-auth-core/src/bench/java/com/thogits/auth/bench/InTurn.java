package com.thogits.auth.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Ways to do the same work beside the one that is their limit: as many calls of each in every
 * round, in random order and in one process, so that what slows the machine slows all alike.
 */
public final class InTurn {
  private final String limit;
  private final int calls;
  private final Map<String, Work> ways = new LinkedHashMap<>();
  private final Map<String, List<Double>> took = new LinkedHashMap<>();
  private final Blackhole answers =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  /** One call, whose answers are consumed so that no compiler leaves it out. */
  @FunctionalInterface
  public interface Work {
    /** Makes it. */
    void call(Blackhole answers) throws Exception;
  }

  /** Calls each way so often in a round. */
  public InTurn(int calls, String limit, Work work) {
    this.limit = limit;
    this.calls = calls;
    add(limit, work);
  }

  /** Measures this way as well. */
  public InTurn add(String name, Work work) {
    ways.put(name, work);
    took.put(name, new ArrayList<>());
    return this;
  }

  /** Prints medians of rounds, after others that are not counted. */
  public void measure(int uncounted, int rounds) throws Exception {
    List<String> order = new ArrayList<>(ways.keySet());
    Random random = new Random(0);
    for (int round = -uncounted; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (String way : order) {
        double microseconds = microseconds(ways.get(way));
        if (round >= 0) {
          took.get(way).add(microseconds);
        }
      }
    }
    print();
  }

  private double microseconds(Work way) throws Exception {
    long begin = System.nanoTime();
    for (int call = 0; call < calls; call++) {
      way.call(answers);
    }
    return (System.nanoTime() - begin) / 1e3 / calls;
  }

  private void print() {
    List<Double> limits = took.get(limit);
    System.out.println("| way | median us | of the " + limit + " | round by round |");
    System.out.println("|---|---|---|---|");
    took.forEach(
        (way, all) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.3f | %.3f |%n",
                way,
                median(all),
                median(all) / median(limits),
                median(ratios(all, limits))));
  }

  private static List<Double> ratios(List<Double> some, List<Double> others) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      ratios.add(some.get(i) / others.get(i));
    }
    return ratios;
  }

  private static double median(List<Double> all) {
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
