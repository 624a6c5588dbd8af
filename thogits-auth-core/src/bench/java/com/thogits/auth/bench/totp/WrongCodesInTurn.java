package com.thogits.auth.bench.totp;

import com.thogits.auth.bench.InTurn;

/** A wrong code beside googleauth and the limit, whichever of its speeds each would have alone. */
final class WrongCodesInTurn {
  private static final int CALLS = 5_000;
  private static final int UNCOUNTED = 100;

  private WrongCodesInTurn() {}

  /** Takes the number of rounds. */
  public static void main(String[] args) throws Exception {
    VerifyCodeBenchmark codes = new VerifyCodeBenchmark();
    codes.typed = "wrong";
    codes.setUp();
    new InTurn(CALLS, "googleauth", answers -> answers.consume(codes.googleauth()))
        .add("limit", answers -> answers.consume(codes.limit()))
        .add("thogits", answers -> answers.consume(codes.thogits()))
        .measure(UNCOUNTED, args.length > 0 ? Integer.parseInt(args[0]) : 300);
  }
}
