package com.thogits.auth.bench.sessions;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Session checks on H2 and the joined select that they need, in turn in one process, so that both
 * meet the same machine and the same compiled code of the database.
 */
final class ChecksInTurn {
  private static final int CALLS = 2_000;
  private static final int WARM_UP = 1_000;

  private final AuthenticateBenchmark checks = new AuthenticateBenchmark();
  private final Blackhole values =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  private ChecksInTurn() {}

  /** Takes the number of rounds. */
  public static void main(String[] args) throws Exception {
    new ChecksInTurn().run(args.length > 0 ? Integer.parseInt(args[0]) : 1_000);
  }

  private void run(int rounds) throws Exception {
    checks.database = "H2";
    checks.users = 1_000;
    checks.open();
    double[] ours = new double[rounds];
    double[] bare = new double[rounds];
    double[] ratios = new double[rounds];
    for (int round = -WARM_UP; round < rounds; round++) {
      boolean oursFirst = round % 2 == 0;
      double first = oursFirst ? authenticate() : select();
      double second = oursFirst ? select() : authenticate();
      if (round >= 0) {
        ours[round] = oursFirst ? first : second;
        bare[round] = oursFirst ? second : first;
        ratios[round] = ours[round] / bare[round];
      }
    }
    checks.close();
    System.out.printf(
        Locale.ROOT,
        "authenticate %.2f us, joined select %.2f us: %.2f; round by round %.2f%n",
        median(ours),
        median(bare),
        median(ours) / median(bare),
        median(ratios));
  }

  private double authenticate() {
    long start = System.nanoTime();
    for (int call = 0; call < CALLS; call++) {
      values.consume(checks.thogits());
    }
    return microsecondsSince(start);
  }

  private double select() throws SQLException {
    long start = System.nanoTime();
    for (int call = 0; call < CALLS; call++) {
      checks.bareJoinedSelect(values);
    }
    return microsecondsSince(start);
  }

  private static double microsecondsSince(long start) {
    return (System.nanoTime() - start) / 1e3 / CALLS;
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
