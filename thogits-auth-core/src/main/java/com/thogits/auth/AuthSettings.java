package com.thogits.auth;

import static com.thogits.auth.Ranges.requireRange;
import static com.thogits.auth.Ranges.requireSpan;
import static java.util.Objects.requireNonNull;

import com.thogits.auth.password.PasswordPolicy;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a host may choose. Start from {@link #DEFAULTS} and change what differs.
 *
 * @param issuer the service's name as authenticator apps show it; no colon
 * @param minimumPasswordLength in code points, 8 to 256; 15 is advised where TOTP is optional (NIST
 *     SP 800-63B-4 section 3.1.1.2)
 * @param sessionLifetime how long a session lives at most
 * @param sessionIdleLimit how long a session lives without being used
 * @param partialSessionLifetime how long a login waits for its code
 * @param maximumSessions how many live sessions an account has at most; one more login ends the
 *     oldest (ASVS 7.1.2)
 * @param freshness how long after a login, a verification, a confirmation or a reauthentication a
 *     session is fresh (ASVS 7.5.1)
 * @param freshSessionForChanges whether a change of password, setting TOTP up and disabling it ask
 *     for a fresh session; recovery codes always do
 * @param totpRequired whether an account without confirmed TOTP can do nothing but set it up
 * @param limits how often may be tried what can be guessed
 */
public record AuthSettings(
    String issuer,
    int minimumPasswordLength,
    Duration sessionLifetime,
    Duration sessionIdleLimit,
    Duration partialSessionLifetime,
    int maximumSessions,
    Duration freshness,
    boolean freshSessionForChanges,
    boolean totpRequired,
    AttemptLimits limits) {

  /** The documented defaults. */
  public static final AuthSettings DEFAULTS =
      new AuthSettings(
          "Thogits",
          PasswordPolicy.LOWEST_MINIMUM,
          Duration.ofDays(30),
          Duration.ofDays(7),
          Duration.ofMinutes(5),
          100,
          Duration.ofMinutes(10),
          false,
          false,
          AttemptLimits.DEFAULTS);

  /**
   * Checks every setting.
   *
   * @throws IllegalArgumentException if one is out of its range; the message names it
   */
  public AuthSettings {
    requireNonNull(issuer, "issuer");
    requireNonNull(limits, "limits");
    if (issuer.isBlank() || issuer.indexOf(':') >= 0) {
      throw new IllegalArgumentException("issuer must be a name without a colon");
    }
    requireRange(
        minimumPasswordLength,
        PasswordPolicy.LOWEST_MINIMUM,
        PasswordPolicy.HIGHEST_MINIMUM,
        "minimumPasswordLength");
    requireRange(maximumSessions, 1, 10_000, "maximumSessions");
    requireSpan(sessionLifetime, "sessionLifetime");
    requireSpan(sessionIdleLimit, "sessionIdleLimit");
    requireSpan(partialSessionLifetime, "partialSessionLifetime");
    requireSpan(freshness, "freshness");
  }

  /** With another {@link #issuer()}. */
  public AuthSettings withIssuer(String value) {
    return with(draft -> draft.issuer = value);
  }

  /** With another {@link #minimumPasswordLength()}. */
  public AuthSettings withMinimumPasswordLength(int value) {
    return with(draft -> draft.minimumPasswordLength = value);
  }

  /** With another {@link #sessionLifetime()}. */
  public AuthSettings withSessionLifetime(Duration value) {
    return with(draft -> draft.sessionLifetime = value);
  }

  /** With another {@link #sessionIdleLimit()}. */
  public AuthSettings withSessionIdleLimit(Duration value) {
    return with(draft -> draft.sessionIdleLimit = value);
  }

  /** With another {@link #partialSessionLifetime()}. */
  public AuthSettings withPartialSessionLifetime(Duration value) {
    return with(draft -> draft.partialSessionLifetime = value);
  }

  /** With another {@link #maximumSessions()}. */
  public AuthSettings withMaximumSessions(int value) {
    return with(draft -> draft.maximumSessions = value);
  }

  /** With another {@link #freshness()}. */
  public AuthSettings withFreshness(Duration value) {
    return with(draft -> draft.freshness = value);
  }

  /** With another {@link #freshSessionForChanges()}. */
  public AuthSettings withFreshSessionForChanges(boolean value) {
    return with(draft -> draft.freshSessionForChanges = value);
  }

  /** With another {@link #totpRequired()}. */
  public AuthSettings withTotpRequired(boolean value) {
    return with(draft -> draft.totpRequired = value);
  }

  /** With another {@link #limits()}. */
  public AuthSettings withLimits(AttemptLimits value) {
    return with(draft -> draft.limits = value);
  }

  private AuthSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return new AuthSettings(
        draft.issuer,
        draft.minimumPasswordLength,
        draft.sessionLifetime,
        draft.sessionIdleLimit,
        draft.partialSessionLifetime,
        draft.maximumSessions,
        draft.freshness,
        draft.freshSessionForChanges,
        draft.totpRequired,
        draft.limits);
  }

  private static final class Draft {
    private String issuer;
    private int minimumPasswordLength;
    private Duration sessionLifetime;
    private Duration sessionIdleLimit;
    private Duration partialSessionLifetime;
    private int maximumSessions;
    private Duration freshness;
    private boolean freshSessionForChanges;
    private boolean totpRequired;
    private AttemptLimits limits;

    Draft(AuthSettings settings) {
      this.issuer = settings.issuer;
      this.minimumPasswordLength = settings.minimumPasswordLength;
      this.sessionLifetime = settings.sessionLifetime;
      this.sessionIdleLimit = settings.sessionIdleLimit;
      this.partialSessionLifetime = settings.partialSessionLifetime;
      this.maximumSessions = settings.maximumSessions;
      this.freshness = settings.freshness;
      this.freshSessionForChanges = settings.freshSessionForChanges;
      this.totpRequired = settings.totpRequired;
      this.limits = settings.limits;
    }
  }
}
