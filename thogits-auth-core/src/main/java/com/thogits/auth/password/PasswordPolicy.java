package com.thogits.auth.password;

import java.util.Objects;

/**
 * Which passwords may be chosen, by length alone; rules of composition do harm (NIST SP 800-63B-4
 * section 3.1.1.2).
 *
 * @param minimumLength the fewest Unicode code points, {@value #LOWEST_MINIMUM} to {@value
 *     #HIGHEST_MINIMUM}
 */
public record PasswordPolicy(int minimumLength) {
  /** The smallest minimum that may be set, in code points (NIST SP 800-63B-4 section 3.1.1.2). */
  public static final int LOWEST_MINIMUM = 8;

  /** The largest minimum that may be set: beyond it, 4-byte characters could not meet both ends. */
  public static final int HIGHEST_MINIMUM = 256;

  /** The longest password accepted, in bytes of UTF-8. */
  public static final int MAXIMUM_BYTES = 1024;

  /** At least 8 code points. */
  public static final PasswordPolicy EIGHT_OR_MORE = new PasswordPolicy(LOWEST_MINIMUM);

  /** What a policy says of a password. */
  public enum Verdict {
    /** The password may be chosen. */
    ACCEPTED,
    /** The password has fewer code points than the policy's minimum. */
    TOO_SHORT,
    /** The password has more than {@value #MAXIMUM_BYTES} bytes of UTF-8. */
    TOO_LONG
  }

  /**
   * Checks the parameter.
   *
   * @param minimumLength the fewest Unicode code points
   * @throws IllegalArgumentException if {@code minimumLength} is out of range
   */
  public PasswordPolicy {
    if (minimumLength < LOWEST_MINIMUM || minimumLength > HIGHEST_MINIMUM) {
      throw new IllegalArgumentException(
          "minimumLength must be "
              + LOWEST_MINIMUM
              + " to "
              + HIGHEST_MINIMUM
              + ", not "
              + minimumLength);
    }
  }

  /**
   * Judges the length of {@code password}.
   *
   * @param password the password somebody chose
   * @return the verdict
   */
  public Verdict judge(Password password) {
    Objects.requireNonNull(password, "password");
    if (password.codePoints() < minimumLength) {
      return Verdict.TOO_SHORT;
    }
    return password.byteLength() > MAXIMUM_BYTES ? Verdict.TOO_LONG : Verdict.ACCEPTED;
  }
}
