package com.thogits.auth.totp;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Time-based one-time passwords (RFC 6238): HOTP whose counter is the number of whole periods since
 * 1970, with T0 = 0.
 *
 * <p>To check a code once and only once, keep the newest used step beside the secret:
 *
 * <ol>
 *   <li>pass it to {@link #match};
 *   <li>store the step that comes back, in one atomic write that succeeds only if the stored step
 *       is still older;
 *   <li>let the user in only if that write succeeded.
 * </ol>
 *
 * <p>Without the second point two requests with one code can both win.
 *
 * @param algorithm the HMAC function
 * @param digits the length of a code, 6 to 8
 * @param period the length of a step, a whole number of seconds and at least one
 */
public record Totp(HmacAlgorithm algorithm, int digits, Duration period) {
  /** SHA-1, 6 digits, 30 seconds: the values that every authenticator app supports. */
  public static final Totp AUTHENTICATOR_APPS =
      new Totp(HmacAlgorithm.SHA1, 6, Duration.ofSeconds(30));

  /** The {@code newestUsedStep} of a secret with which no code was used yet. */
  public static final long NO_STEP_USED = -1;

  private static final int NO_CODE = -1;

  /** The largest {@code allowedDrift}. RFC 6238 section 5.2 recommends 1. */
  public static final int MAX_DRIFT = 10;

  /**
   * Checks the parameters.
   *
   * @param algorithm the HMAC function
   * @param digits the length of a code
   * @param period the length of a step
   * @throws IllegalArgumentException if {@code digits} is not 6, 7 or 8, or {@code period} is not a
   *     whole number of seconds or less than one
   */
  public Totp {
    new Hotp(algorithm, digits);
    if (Objects.requireNonNull(period, "period").toNanosPart() != 0 || period.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "period must be a whole number of seconds, at least one, not " + period);
    }
  }

  /**
   * Finds the step that {@code at} falls in (RFC 6238 section 4.2): step {@code n} begins at second
   * {@code n * period} and ends before the next begins.
   *
   * @param at a moment from 1970 on
   * @return the number of whole periods since 1970
   * @throws IllegalArgumentException if {@code at} is before 1970
   */
  public long step(Instant at) {
    long seconds = Objects.requireNonNull(at, "at").getEpochSecond();
    if (seconds < 0) {
      throw new IllegalArgumentException("at must not be before 1970, not " + at);
    }
    return seconds / period.toSeconds();
  }

  /**
   * Computes the code that an app shows at {@code at}.
   *
   * @param secret the shared secret
   * @param at a moment from 1970 on
   * @return the code, {@code digits} ASCII digits
   * @throws IllegalArgumentException if {@code at} is before 1970
   */
  public String generate(TotpSecret secret, Instant at) {
    return hotp().generate(secret, step(at));
  }

  /**
   * Finds the step whose code was typed, among the steps at most {@code allowedDrift} away from
   * {@code at} and later than {@code newestUsedStep}.
   *
   * <p>Every step of the window is computed and compared in constant time, whether or not an
   * earlier one matched or is used up, so the time taken tells nothing about the secret or about
   * which step matched.
   *
   * <p>Two steps of a window can have the same code. The <em>latest</em> match is returned: were it
   * an earlier one, the same digits would be good a second time for the later step.
   *
   * @param secret the shared secret
   * @param typed the code as the user typed it; it goes through {@link #normalize} first
   * @param at the current time by the server's clock
   * @param allowedDrift how many steps the app's clock may be behind or ahead, 0 to {@value
   *     #MAX_DRIFT}
   * @param newestUsedStep the newest step ever returned for this secret and accepted, or {@link
   *     #NO_STEP_USED}
   * @return the matched step, always later than {@code newestUsedStep}; empty if no such step has
   *     this code, or {@code typed} is no code at all
   * @throws IllegalArgumentException if {@code at} is before 1970, {@code allowedDrift} is out of
   *     range, or {@code newestUsedStep} is less than {@link #NO_STEP_USED}
   */
  public OptionalLong match(
      TotpSecret secret, String typed, Instant at, int allowedDrift, long newestUsedStep) {
    Objects.requireNonNull(secret, "secret");
    long current = step(at);
    if (allowedDrift < 0 || allowedDrift > MAX_DRIFT) {
      throw new IllegalArgumentException(
          "allowedDrift must be 0 to " + MAX_DRIFT + ", not " + allowedDrift);
    }
    if (newestUsedStep < NO_STEP_USED) {
      throw new IllegalArgumentException(
          "newestUsedStep must be a step or NO_STEP_USED, not " + newestUsedStep);
    }
    int code = read(typed);
    if (code == NO_CODE) {
      return OptionalLong.empty();
    }
    // A step before 1970 is never later than NO_STEP_USED, so the window need not be cut there.
    long first = current - allowedDrift;
    long last = current + allowedDrift;
    long matched = latestMatch(secret, code, first, last, newestUsedStep);
    return matched == NO_STEP_USED ? OptionalLong.empty() : OptionalLong.of(matched);
  }

  private long latestMatch(
      TotpSecret secret, int code, long first, long last, long newestUsedStep) {
    Hotp hotp = hotp();
    Hmac keyed = secret.hmac(algorithm, (int) (last - first + 1));
    long matched = NO_STEP_USED;
    for (long step = first; step <= last; step++) {
      // Numbers take one instruction to compare, whatever they are.
      boolean same = hotp.number(keyed, step) == code;
      matched = same && step > newestUsedStep ? step : matched;
    }
    return matched;
  }

  /**
   * Brings a typed code into its one form: blanks of every kind are dropped, around and inside,
   * because apps show codes in groups.
   *
   * @param typed what the user typed
   * @return the code, or empty unless exactly {@code digits} ASCII digits are left; digits of other
   *     scripts are refused
   */
  public Optional<String> normalize(String typed) {
    int code = read(typed);
    return code == NO_CODE ? Optional.empty() : Optional.of(hotp().text(code));
  }

  /** Codes of one length differ exactly if their numbers do. */
  private int read(String typed) {
    Objects.requireNonNull(typed, "typed");
    int number = 0;
    int length = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        continue;
      }
      if (c < '0' || c > '9' || ++length > digits) {
        return NO_CODE;
      }
      number = 10 * number + (c - '0');
    }
    return length == digits ? number : NO_CODE;
  }

  private Hotp hotp() {
    return new Hotp(algorithm, digits);
  }
}
