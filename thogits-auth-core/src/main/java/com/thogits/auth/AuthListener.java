package com.thogits.auth;

/**
 * Hears what happens. It is called on the thread that did it, after it was done, so it should be
 * quick; it may be called by many threads at once. What it throws is logged and breaks nothing.
 */
@FunctionalInterface
public interface AuthListener {

  /** Hears of one event. */
  void heard(AuthEvent event);
}
