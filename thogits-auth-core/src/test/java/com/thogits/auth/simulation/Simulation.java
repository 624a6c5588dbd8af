package com.thogits.auth.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that one seed brings about. */
final class Simulation {
  private static final int STEPS = 16;

  private Simulation() {}

  /**
   * What came of a seed.
   *
   * @param trace empty unless asked for
   */
  record Result(long seed, Figures figures, List<String> trace, @Nullable Violation violation) {}

  static Result run(long seed, Parts parts, boolean traced) {
    World world = new World(seed, parts, traced);
    Choice choice = new Choice(seed);
    Steps steps = new Steps(world, choice);
    Violation violation = null;
    try {
      steps.prologue();
      world.disturbBy(new Weather(world, choice, steps::take));
      for (int step = 0; step < STEPS; step++) {
        steps.take();
        steps.pause();
      }
      world.calmDown();
      new Calm(world, steps.secrets()).letEverybodyIn();
    } catch (Violation found) {
      violation = found;
    }
    return new Result(seed, world.figures(), world.trace().lines(), violation);
  }
}
