package com.thogits.auth.simulation;

import java.util.function.Supplier;

/** What becomes of a store call. */
interface Disturbance {

  /**
   * Carries the call out, or not.
   *
   * @param call the store's method, such as {@code UserStore.replace}
   */
  <T> T around(Node node, String call, Supplier<T> work);
}
