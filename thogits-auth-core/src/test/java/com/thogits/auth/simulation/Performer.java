package com.thogits.auth.simulation;

import com.thogits.auth.AuthException;
import com.thogits.auth.StoreException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Has an operation done and learns from how it ends. */
final class Performer {
  private final World world;
  private int running;

  Performer(World world) {
    this.world = world;
  }

  int running() {
    return running;
  }

  /**
   * Opens a door of the service.
   *
   * @param learn what an answer means
   * @return whether there was an answer
   */
  <R> boolean perform(Operation by, Supplier<String> what, Supplier<R> door, Consumer<R> learn) {
    world.trace().tell(() -> by.node + ": " + what.get());
    Figures figures = world.figures();
    figures.operations++;
    figures.interleaved += running > 0 ? 1 : 0;
    running++;
    by.node.begin(by);
    world.trace().deeper();
    Optional<R> answer = open(by, door);
    world.trace().higher();
    by.node.end();
    running--;
    answer.ifPresent(learn);
    world.trace().tell(() -> by.node + ": " + ending(by));
    figures.count(ending(by));
    world.limits().ended(by);
    world.check(by);
    if (running == 0) {
      world.claims().prune();
    }
    return by.isDone();
  }

  private <R> Optional<R> open(Operation by, Supplier<R> door) {
    try {
      R answer = door.get();
      end(by, Operation.Outcome.DONE);
      return Optional.of(answer);
    } catch (AuthException refused) {
      by.refusal = refused.error();
      end(by, Operation.Outcome.REFUSED);
    } catch (StoreException failed) {
      if (!by.disturbed) {
        throw new Violation(Invariant.FAILURES_ARE_CLEAN, "the store did not fail", failed);
      }
      end(by, Operation.Outcome.IN_DOUBT);
    } catch (NodeLost lost) {
      by.node.restart();
      end(by, Operation.Outcome.IN_DOUBT);
    } catch (RuntimeException unclean) {
      throw new Violation(Invariant.FAILURES_ARE_CLEAN, unclean.toString(), unclean);
    }
    return Optional.empty();
  }

  private void end(Operation by, Operation.Outcome outcome) {
    by.outcome = outcome;
    by.end = world.tick();
  }

  private static String ending(Operation by) {
    return by.refusal == null ? by.outcome.name() : by.refusal.name();
  }
}
