package com.thogits.auth.brokenstores;

import java.util.function.Supplier;

/**
 * What is wrong with a store.
 *
 * @param store makes an empty store that has the defect
 */
record Defect<S>(String name, Supplier<S> store) {

  @Override
  public String toString() {
    return name;
  }
}
