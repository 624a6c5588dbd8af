package com.thogits.auth.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call on these stores is one step under one lock, however rarely two of them meet. */
class MemoryStoresTakeTurnsTest {

  static Stream<Method> calls() {
    return Stream.of(MemoryUserStore.class, MemorySessionStore.class)
        .flatMap(store -> Stream.of(store.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void noCallBeginsBeforeAnotherEnds(Method call) throws Exception {
    Object store = call.getDeclaringClass().getConstructor().newInstance();
    Thread caller = new Thread(() -> invokeWithoutArguments(store, call), "caller");
    caller.setDaemon(true);
    synchronized (store) {
      caller.start();
      State state = caller.getState();
      while (state != State.BLOCKED && state != State.TERMINATED) {
        Thread.onSpinWait();
        state = caller.getState();
      }
      assertThat(state).isEqualTo(State.BLOCKED);
    }
    caller.join();
  }

  /** What it answers is not looked at: it has nothing to work on. */
  private static void invokeWithoutArguments(Object store, Method call) {
    try {
      call.invoke(store, arguments(call));
    } catch (ReflectiveOperationException refused) {
      assertThat(refused).hasCauseInstanceOf(NullPointerException.class);
    }
  }

  private static Object[] arguments(Method call) {
    return new Object[call.getParameterCount()];
  }
}
