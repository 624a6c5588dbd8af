package com.thogits.auth;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A part of the service that works until it is broken. */
final class Breakable<T> {
  private final T part;
  private final RuntimeException failure;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean broken;
  private volatile Set<String> brokenMethods = Set.of();

  /** The part as the service gets it. */
  final T face;

  Breakable(Class<T> type, T part, RuntimeException failure) {
    this.part = part;
    this.failure = failure;
    this.face =
        type.cast(
            Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(proxy, method, arguments)));
  }

  /** From now on every call fails. */
  void breakDown() {
    broken = true;
  }

  /** From now on the calls of one method fail. */
  void breakDown(String method) {
    brokenMethods = Set.of(method);
  }

  void repair() {
    broken = false;
    brokenMethods = Set.of();
  }

  /** How often it failed. */
  int failures() {
    return failures.get();
  }

  private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (broken || brokenMethods.contains(method.getName())) {
      failures.incrementAndGet();
      throw failure;
    }
    if (method.isDefault()) {
      // What it calls can be broken too.
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    try {
      return method.invoke(part, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
