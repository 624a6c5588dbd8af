package com.thogits.auth.simulation;

import com.thogits.auth.AuthError;
import com.thogits.auth.Session;
import com.thogits.auth.SessionToken;
import com.thogits.auth.Ulid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every token that was given out. What ended a session, acknowledged, ended it for good; until
 * something may have ended it, it lives.
 */
final class Tokens {
  private final Parts parts;
  private final Reader reader;
  private final Clock clock;
  private final List<Given> all = new ArrayList<>();

  /**
   * What may have ended any token that was given before, by the e-mail of the account or by the
   * session.
   */
  private final Map<String, List<Operation>> endings = new HashMap<>();

  /** Changes of the password, with the new one. */
  private final Map<Operation, String> newPasswords = new HashMap<>();

  private final Map<String, List<Operation>> begun = new HashMap<>();

  Tokens(Parts parts, Reader reader, Clock clock) {
    this.parts = parts;
    this.reader = reader;
    this.clock = clock;
  }

  List<Given> all() {
    return all;
  }

  /**
   * Notes a token.
   *
   * @param parent the session that goes on under it
   */
  Given give(
      Operation by,
      SessionToken token,
      boolean partial,
      Duration lifetime,
      @Nullable Given parent,
      @Nullable String password) {
    Instant now = clock.instant();
    Session stored = parts.sessions().byToken.get(token.hash());
    by.account = stored == null ? by.account : stored.userId();
    Given given =
        new Given(
            all.size(),
            token,
            by.email,
            partial,
            by,
            now.plus(lifetime),
            by.began.plus(lifetime),
            parent == null ? idOf(stored) : parent.session,
            password);
    all.add(given);
    if (parent != null && !parent.endedAlone && parent.endedBy != by) {
      given.endedBy = parent.endedBy;
    }
    newPasswords.forEach((change, replacement) -> endIfOfAnother(given, change, replacement));
    return given;
  }

  private static @Nullable Ulid idOf(@Nullable Session stored) {
    return stored == null ? null : stored.id();
  }

  // What ends sessions

  /** Any token of the account or session that was given before may be ended by it. */
  void mayEndAll(Operation by, String key) {
    endings.computeIfAbsent(key, first -> new ArrayList<>()).add(by);
  }

  void mayEnd(Operation by, @Nullable Given given) {
    if (given != null) {
      given.endings.add(by);
    }
  }

  /** A login may end the oldest sessions if there are as many as there may be. */
  void mayBegin(Operation by) {
    List<Operation> logins = begun.computeIfAbsent(by.email, first -> new ArrayList<>());
    logins.add(by);
    if (logins.size() > World.SETTINGS.maximumSessions()) {
      // Those still running count the sessions later.
      logins.stream()
          .filter(login -> login.end == Operation.NOT_YET)
          .forEach(login -> mayEndAll(login, by.email));
    }
  }

  /** The account's sessions ended, all that were given before it began. */
  void endAll(Operation by, String email) {
    all.stream().filter(given -> given.email.equals(email)).forEach(given -> endOld(given, by));
  }

  private static void endOld(Given given, Operation by) {
    if (given.by.isBefore(by)) {
      end(given, by);
    }
  }

  static void end(@Nullable Given given, Operation by) {
    if (given != null && given.endedBy == null) {
      given.endedBy = by;
    }
  }

  /** A login took its place; what goes on of the session under another token goes on. */
  static void replaced(@Nullable Given shown, Operation by) {
    if (shown != null && shown.endedBy == null) {
      shown.endedBy = by;
      shown.endedAlone = true;
    }
  }

  /** Whether a session may live under some token. */
  boolean mayGoOn(Given named, Operation asking) {
    return all.stream()
        .anyMatch(
            given ->
                isOfSession(given, named) && (given.endedAlone || !given.hasEndedBefore(asking)));
  }

  void mayEndSession(Operation by, @Nullable Given named) {
    if (named != null && named.session != null) {
      mayEndAll(by, named.session.toString());
    }
  }

  /** A session ended under every token: it cannot have gone on before nor after. */
  void loggedOut(Given used, Operation by) {
    all.stream()
        .filter(given -> given == used || isOfSession(given, used))
        .forEach(given -> end(given, by));
  }

  private static boolean isOfSession(Given given, Given named) {
    return given.session != null && given.session.equals(named.session);
  }

  /** One session ended, under whichever token it was given before. */
  void endSession(Given named, Operation by) {
    all.stream().filter(given -> isOfSession(given, named)).forEach(given -> endOld(given, by));
  }

  /** A login that was under way with the old password leads nowhere either. */
  void passwordChanged(Operation by, String replacement) {
    newPasswords.put(by, replacement);
    all.forEach(given -> endIfOfAnother(given, by, replacement));
  }

  private static void endIfOfAnother(Given given, Operation change, String replacement) {
    if (given.email.equals(change.email)
        && given.password != null
        && !given.password.equals(replacement)
        && given.by.start < change.end
        && given.by != change
        && !areOfTwoAccounts(given.by, change)) {
      end(given, change);
    }
  }

  private static boolean areOfTwoAccounts(Operation one, Operation other) {
    return one.account != null && other.account != null && !one.account.equals(other.account);
  }

  // What must hold

  /** A token that opened something was good for it. */
  Given requireGood(Operation by, @Nullable Given used, boolean partial) {
    if (used == null) {
      throw new Violation(Invariant.WRONG_IS_REFUSED, "a token was taken that nobody was given");
    }
    if (used.partial != partial) {
      throw new Violation(Invariant.WRONG_IS_REFUSED, used + " is of the other standing");
    }
    if (used.hasEndedBefore(by)) {
      throw new Violation(Invariant.ENDED_SESSION_STAYS_ENDED, used + " was taken after its end");
    }
    if (!used.expiresAt.isAfter(by.began)) {
      throw new Violation(Invariant.ENDED_SESSION_STAYS_ENDED, used + " was taken when expired");
    }
    return used;
  }

  void check() {
    for (Given given : all) {
      boolean alive = reader.isAlive(given.hash);
      if (alive && given.endedBy != null) {
        throw new Violation(Invariant.ENDED_SESSION_STAYS_ENDED, given + " is alive");
      }
      if (!alive && mustLive(given)) {
        throw new Violation(Invariant.ACKNOWLEDGED_WRITE_STAYS, "the session of " + given);
      }
    }
  }

  private boolean mustLive(Given given) {
    Instant now = clock.instant();
    return given.livesUntil.isAfter(now)
        && given.by.began.plus(World.SETTINGS.sessionIdleLimit()).isAfter(now)
        && given.endings.stream().noneMatch(ending -> mayHaveEnded(given, ending))
        && noneMayHaveEnded(given, given.email)
        && noneMayHaveEnded(given, String.valueOf(given.session));
  }

  private boolean noneMayHaveEnded(Given given, String key) {
    for (Operation ending : endings.getOrDefault(key, List.of())) {
      if (ending != given.by && ending.mayHaveWritten() && ending.end > given.by.start) {
        return false;
      }
    }
    return true;
  }

  /** The last of the wrong codes ends a partial session. */
  private static boolean mayHaveEnded(Given given, Operation ending) {
    return ending.mayHaveWritten() || (given.partial && ending.wasRefused(AuthError.INVALID_CODE));
  }
}
