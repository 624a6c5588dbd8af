package com.thogits.auth;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A part of the service on whose next call of one method something else goes first. */
final class Meanwhile<T> {
  private final T part;
  private String method = "";
  private Runnable first = () -> {};

  /** The part as the service gets it. */
  final T face;

  Meanwhile(Class<T> type, T part) {
    this.part = part;
    this.face =
        type.cast(
            Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> call(proxy, called, arguments)));
  }

  void beforeNext(String name, Runnable action) {
    method = name;
    first = action;
  }

  private Object call(Object proxy, Method called, Object[] arguments) throws Throwable {
    if (called.getName().equals(method)) {
      method = "";
      goFirst();
    }
    if (called.isDefault()) {
      // Something can go before what it calls.
      return InvocationHandler.invokeDefault(proxy, called, arguments);
    }
    try {
      return called.invoke(part, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  /** A refusal here must not pass for a refusal of the call that waits. */
  private void goFirst() {
    try {
      first.run();
    } catch (AuthException refused) {
      throw new AssertionError("refused what was to go first", refused);
    }
  }
}
