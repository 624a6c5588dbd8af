package com.thogits.auth.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.simulation.Simulation.Result;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a seed brings about on three nodes and one store, every invariant holds. */
class SimulationTest {
  private static final long SEEDS = Long.getLong("thogits.seeds", 20_000);
  private static final long NONE = -1;
  private static final long ONE = Long.getLong("thogits.seed", NONE);

  @Test
  void noSeedBreaksAnInvariant() {
    if (ONE != NONE) {
      System.out.println(String.join("\n", Simulation.run(ONE, Parts.sound(), true).trace()));
      tell(ONE);
      return;
    }
    Seeds seeds = new Seeds(Parts::sound);
    long start = System.nanoTime();
    Optional<Result> broken = seeds.firstBroken(SEEDS);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    broken.ifPresent(result -> tell(result.seed()));
    System.out.println(SEEDS + " seeds in " + time + ": " + seeds.figures());
    assertThat(seeds.figures().outcomes).containsKeys("DONE", "IN_DOUBT", "INVALID_CODE");
  }

  /** Runs a seed again, which takes the same way, and fails with its story if it breaks. */
  private static void tell(long seed) {
    Result result = Simulation.run(seed, Parts.sound(), true);
    if (result.violation() != null) {
      throw new AssertionError(
          String.join("\n", result.trace())
              + "\nseed "
              + seed
              + " breaks "
              + result.violation().getMessage()
              + "\nagain: mvn -B test -pl thogits-auth-core -Dtest=SimulationTest -Dthogits.seed="
              + seed,
          result.violation());
    }
  }

  @Test
  void oneSeedAlwaysTakesTheSameWay() {
    for (long seed = 1; seed <= 50; seed++) {
      Result once = Simulation.run(seed, Parts.sound(), true);
      Result again = Simulation.run(seed, Parts.sound(), true);
      assertThat(once.trace()).isNotEmpty();
      assertThat(again.trace()).as("seed " + seed).isEqualTo(once.trace());
      assertThat(again.figures().toString()).isEqualTo(once.figures().toString());
    }
  }

  @Test
  void anotherSeedTakesAnotherWay() {
    assertThat(Simulation.run(1, Parts.sound(), true).trace())
        .isNotEqualTo(Simulation.run(2, Parts.sound(), true).trace());
  }
}
