package com.thogits.auth.simulation;

import com.thogits.auth.StoreException;
import com.thogits.auth.simulation.Figures.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Disturbs store calls as the seed wants; each seed has a climate of its own. */
final class Weather implements Disturbance {
  private static final int DEEPEST = 2;
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofMillis(1),
          Duration.ofMillis(300),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(70));

  private final World world;
  private final Choice choice;
  private final Runnable meanwhile;
  private final int failures;
  private final int losses;
  private final int delays;
  private int depth;

  Weather(World world, Choice choice, Runnable meanwhile) {
    this.world = world;
    this.choice = choice;
    this.meanwhile = meanwhile;
    this.failures = choice.of(0, 5, 20, 60);
    this.losses = choice.of(0, 2, 10);
    this.delays = choice.of(20, 60, 150);
  }

  @Override
  public <T> T around(Node node, String call, Supplier<T> work) {
    if (choice.perMille(delays)) {
      return late(node, call, work);
    }
    if (choice.perMille(failures)) {
      return failing(node, call, work);
    }
    if (choice.perMille(losses)) {
      return losing(node, call, work);
    }
    return work.get();
  }

  private <T> T late(Node node, String call, Supplier<T> work) {
    if (choice.oneIn(2)) {
      note(Fault.LATE_BEFORE, node, call);
      passTime();
      return work.get();
    }
    T answer = work.get();
    note(Fault.LATE_AFTER, node, call);
    passTime();
    return answer;
  }

  /** Others go on while this node waits. */
  private void passTime() {
    if (choice.oneIn(3)) {
      world.pass(choice.of(DELAYS));
    }
    if (depth < DEEPEST) {
      depth++;
      world.trace().deeper();
      int steps = 1 + choice.below(3);
      for (int step = 0; step < steps; step++) {
        meanwhile.run();
      }
      world.trace().higher();
      depth--;
    }
  }

  private <T> T failing(Node node, String call, Supplier<T> work) {
    if (choice.oneIn(2)) {
      var unused = work.get();
      note(Fault.FAILED_AFTER, node, call);
    } else {
      note(Fault.FAILED_BEFORE, node, call);
    }
    node.current().disturbed = true;
    throw new StoreException("The store fails as the seed wants.");
  }

  private <T> T losing(Node node, String call, Supplier<T> work) {
    if (choice.oneIn(2)) {
      var unused = work.get();
      note(Fault.NODE_LOST_AFTER, node, call);
    } else {
      note(Fault.NODE_LOST_BEFORE, node, call);
    }
    throw new NodeLost();
  }

  private void note(Fault fault, Node node, String call) {
    world.figures().count(fault);
    world.trace().tell(() -> node + ": " + call + " " + fault);
  }
}
