package com.thogits.auth.simulation;

import com.thogits.auth.simulation.Simulation.Result;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Runs many seeds, as many at once as there are processors; each of them on one thread. */
final class Seeds {
  private final Supplier<Parts> parts;
  private final AtomicReference<Figures> figures = new AtomicReference<>(new Figures());

  Seeds(Supplier<Parts> parts) {
    this.parts = parts;
  }

  /** The first seed from 1 on that breaks an invariant. */
  Optional<Result> firstBroken(long seeds) {
    return LongStream.rangeClosed(1, seeds)
        .parallel()
        .mapToObj(this::run)
        .filter(result -> result.violation() != null)
        .findFirst();
  }

  private Result run(long seed) {
    Result result = Simulation.run(seed, parts.get(), false);
    figures.accumulateAndGet(result.figures(), Figures::plus);
    return result;
  }

  Figures figures() {
    return figures.get();
  }
}
