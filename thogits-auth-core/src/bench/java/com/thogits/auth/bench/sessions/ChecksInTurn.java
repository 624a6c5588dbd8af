package com.thogits.auth.bench.sessions;

import com.thogits.auth.bench.InTurn;

/**
 * Session checks on H2 and the joined select that they need, which meet the same compiled code of
 * the database so.
 */
final class ChecksInTurn {
  private static final int CALLS = 2_000;
  private static final int UNCOUNTED = 1_000;

  private ChecksInTurn() {}

  /** Takes the number of rounds. */
  public static void main(String[] args) throws Exception {
    AuthenticateBenchmark checks = new AuthenticateBenchmark();
    checks.database = "H2";
    checks.users = 1_000;
    checks.open();
    try {
      new InTurn(CALLS, "joined select", checks::bareJoinedSelect)
          .add("authenticate", answers -> answers.consume(checks.thogits()))
          .measure(UNCOUNTED, args.length > 0 ? Integer.parseInt(args[0]) : 1_000);
    } finally {
      checks.close();
    }
  }
}
