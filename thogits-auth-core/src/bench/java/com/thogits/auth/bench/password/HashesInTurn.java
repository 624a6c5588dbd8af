package com.thogits.auth.bench.password;

import com.thogits.auth.bench.InTurn;
import com.thogits.auth.password.Password;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a hash through the library takes of the native call alone, to a hundredth. */
final class HashesInTurn {
  private static final int UNCOUNTED = 3;

  private HashesInTurn() {}

  /** Takes the number of rounds. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    Hashers hashers = new Hashers();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      new InTurn(1, "native call", answers -> answers.consume(hashers.nativeCall()))
          .add(
              "native call on two threads by turns",
              answers -> answers.consume(two.submit(hashers::nativeCall).get()))
          .add("thogits", answers -> answers.consume(throughTheLibrary(hashers)))
          .measure(UNCOUNTED, rounds);
    } finally {
      two.shutdown();
    }
  }

  private static String throughTheLibrary(Hashers hashers) {
    try (Password password = Hashers.password()) {
      return hashers.thogits.hash(password);
    }
  }
}
