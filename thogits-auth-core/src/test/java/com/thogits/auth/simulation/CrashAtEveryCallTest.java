package com.thogits.auth.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every flow is cut off at each of its store calls, before the call and after it, by the end of the
 * process and by a failure of the store. Every invariant holds, the flow can be tried again, and
 * everybody gets in.
 */
class CrashAtEveryCallTest {

  @TestFactory
  Stream<DynamicTest> everyFlowIsCutOffAtEveryCall() {
    return Flow.ALL.stream().flatMap(CrashAtEveryCallTest::cutOff);
  }

  private static Stream<DynamicTest> cutOff(Flow flow) {
    Crash nowhere = Crash.nowhere();
    run(flow, nowhere);
    List<String> calls = List.copyOf(nowhere.calls());
    assertThat(calls).as(flow.name()).isNotEmpty();
    return Stream.of(Crash.Kind.values())
        .flatMap(
            kind ->
                Stream.of(false, true)
                    .flatMap(
                        after ->
                            IntStream.range(0, calls.size())
                                .mapToObj(at -> cutOff(flow, calls, at, after, kind))));
  }

  private static DynamicTest cutOff(
      Flow flow, List<String> calls, int at, boolean after, Crash.Kind kind) {
    String where = (at + 1) + " of " + calls.size() + ", " + calls.get(at);
    return DynamicTest.dynamicTest(
        flow + ", " + kind + (after ? " after " : " before ") + where,
        () -> {
          Crash crash = new Crash(at, after, kind);
          run(flow, crash);
          assertThat(crash.happened()).isTrue();
        });
  }

  private static void run(Flow flow, Crash crash) {
    Scene scene = new Scene();
    flow.prepare().accept(scene);
    scene.world.disturbBy(crash);
    flow.go().accept(scene);
    scene.world.calmDown();
    flow.go().accept(scene);
    new Calm(scene.world, scene.secrets).letEverybodyIn();
  }
}
