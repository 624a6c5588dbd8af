package com.thogits.auth;

import org.jspecify.annotations.Nullable;

/** The rules of display names. */
final class DisplayName {
  private static final int MOST_CODE_POINTS = 100;

  private DisplayName() {}

  /** The name without the white space around it, or null if nothing else is there. */
  static @Nullable String require(String text) {
    String name = text.strip();
    if (name.codePointCount(0, name.length()) > MOST_CODE_POINTS) {
      throw refuse("display_name may have at most " + MOST_CODE_POINTS + " characters.");
    }
    if (name.codePoints().anyMatch(DisplayName::isUnfit)) {
      throw refuse("display_name may not have control characters.");
    }
    return name.isEmpty() ? null : name;
  }

  private static boolean isUnfit(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static AuthException refuse(String message) {
    return new AuthException(AuthError.INVALID_REQUEST, message);
  }
}
