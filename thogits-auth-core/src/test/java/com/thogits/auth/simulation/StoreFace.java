package com.thogits.auth.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A store as one node sees it. */
final class StoreFace {
  private StoreFace() {}

  static <T> T of(Class<T> type, T table, Node node) {
    int incarnation = node.incarnation();
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (incarnation != node.incarnation()) {
                throw new Violation(
                    Invariant.FAILURES_ARE_CLEAN, "a lost node still calls its store");
              }
              if (method.isDefault()) {
                // Two reads, between which more can happen than in one snapshot.
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              return node.world()
                  .storeCall(
                      node,
                      type.getSimpleName() + "." + method.getName(),
                      () -> invoke(method, table, arguments));
            }));
  }

  private static Object invoke(Method method, Object table, Object[] arguments) {
    try {
      return method.invoke(table, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(thrown.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
