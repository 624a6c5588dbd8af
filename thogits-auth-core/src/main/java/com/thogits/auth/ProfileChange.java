package com.thogits.auth;

import static java.util.Objects.requireNonNull;

/** What to do with the display name. */
public sealed interface ProfileChange {

  /** Leaves it as it is. */
  static ProfileChange keep() {
    return new Keep();
  }

  /** Removes it. */
  static ProfileChange clear() {
    return new Clear();
  }

  /**
   * Sets it. White space around it is dropped; a blank name is removed instead.
   *
   * @param displayName at most 100 code points, no control characters
   */
  static ProfileChange displayName(String displayName) {
    return new SetDisplayName(requireNonNull(displayName, "displayName"));
  }

  /** See {@link #keep()}. */
  record Keep() implements ProfileChange {}

  /** See {@link #clear()}. */
  record Clear() implements ProfileChange {}

  /** See {@link #displayName(String)}. */
  record SetDisplayName(String displayName) implements ProfileChange {}
}
