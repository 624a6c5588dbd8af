package com.thogits.auth.bench.password;

import com.thogits.auth.password.Password;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a hash through the library takes of the native call alone, to a hundredth: one hash of each
 * kind in every round, in random order, so that what slows the machine slows all alike.
 */
final class HashesInTurn {
  private static final String LIMIT = "native call";
  private static final int UNCOUNTED = 3;

  private HashesInTurn() {}

  /** Takes the number of rounds. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Map<String, List<Double>> took = measure(ways(new Hashers(), two), rounds);
      double limit = median(took.get(LIMIT));
      System.out.println("| hash | median ms | of the native call | round by round |");
      System.out.println("|---|---|---|---|");
      took.forEach(
          (way, all) ->
              System.out.printf(
                  Locale.ROOT,
                  "| %s | %.1f | %.3f | %.3f |%n",
                  way,
                  median(all),
                  median(all) / limit,
                  median(ratios(all, took.get(LIMIT)))));
    } finally {
      two.shutdown();
    }
  }

  private static Map<String, Callable<?>> ways(Hashers hashers, ExecutorService two) {
    Map<String, Callable<?>> ways = new LinkedHashMap<>();
    ways.put(LIMIT, hashers::nativeCall);
    ways.put("native call on two threads by turns", () -> two.submit(hashers::nativeCall).get());
    ways.put(
        "thogits",
        () -> {
          try (Password password = Hashers.password()) {
            return hashers.thogits.hash(password);
          }
        });
    return ways;
  }

  private static Map<String, List<Double>> measure(Map<String, Callable<?>> ways, int rounds)
      throws Exception {
    Map<String, List<Double>> took = new LinkedHashMap<>();
    ways.keySet().forEach(way -> took.put(way, new ArrayList<>()));
    List<String> order = new ArrayList<>(ways.keySet());
    Random random = new Random(0);
    for (int round = -UNCOUNTED; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (String way : order) {
        long begin = System.nanoTime();
        ways.get(way).call();
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        if (round >= 0) {
          took.get(way).add(milliseconds);
        }
      }
    }
    return took;
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
