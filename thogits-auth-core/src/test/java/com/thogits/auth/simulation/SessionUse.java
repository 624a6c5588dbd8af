package com.thogits.auth.simulation;

import com.thogits.auth.ProfileChange;
import com.thogits.auth.SessionInfo;
import com.thogits.auth.SessionToken;
import com.thogits.auth.SignedIn;
import com.thogits.auth.Ulid;
import com.thogits.auth.UserInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The doors of somebody signed in, but for TOTP. */
final class SessionUse {
  private final World world;
  private final Performer performer;
  private final Secrets secrets;

  SessionUse(World world, Performer performer, Secrets secrets) {
    this.world = world;
    this.performer = performer;
    this.secrets = secrets;
  }

  private Operation by(Node node, @Nullable Given used) {
    return world.operation(node, used == null ? "" : used.email);
  }

  boolean me(Node node, @Nullable Given used, SessionToken token) {
    Operation by = by(node, used);
    return performer.perform(
        by, () -> used + " asks who it is", () -> node.auth().me(token), me -> read(by, used, me));
  }

  private void read(Operation by, @Nullable Given used, UserInfo me) {
    world.tokens().requireGood(by, used, false);
    String name = me.displayName().orElse(Reader.NONE);
    if (!world.claims().plausible(by, Aspect.DISPLAY_NAME).contains(name)) {
      throw new Violation(Invariant.ACKNOWLEDGED_WRITE_STAYS, "an old name was read: " + name);
    }
  }

  boolean list(Node node, @Nullable Given used, SessionToken token) {
    Operation by = by(node, used);
    return performer.perform(
        by,
        () -> used + " lists sessions",
        () -> node.auth().sessions(token),
        sessions -> requireOwn(by, world.tokens().requireGood(by, used, false), sessions));
  }

  private void requireOwn(Operation by, Given used, List<SessionInfo> sessions) {
    List<Ulid> listed = sessions.stream().map(SessionInfo::id).toList();
    for (Given other : world.tokens().all()) {
      if (other.session != null && listed.contains(other.session)) {
        Wrong.require(other.email.equals(used.email), by, "another's session is listed");
        Wrong.require(world.tokens().mayGoOn(other, by), by, "an ended session is listed");
      }
    }
  }

  boolean logout(Node node, @Nullable Given used, SessionToken token) {
    Operation by = by(node, used);
    world.tokens().mayEnd(by, used);
    world.tokens().mayEndSession(by, used);
    return performer.perform(
        by,
        () -> used + " logs out",
        () -> {
          node.auth().logout(token);
          return by;
        },
        done -> {
          world.tokens().loggedOut(world.tokens().requireGood(by, used, false), by);
        });
  }

  boolean updateProfile(Node node, @Nullable Given used, SessionToken token, String name) {
    Operation by = by(node, used);
    world.claims().claim(by, Aspect.DISPLAY_NAME, name);
    return performer.perform(
        by,
        () -> used + " takes the name " + name,
        () -> node.auth().updateProfile(token, ProfileChange.displayName(name)),
        me -> read(by, used, me));
  }

  boolean changePassword(
      Node node,
      Caller caller,
      @Nullable Given used,
      SessionToken token,
      String current,
      String replacement) {
    Operation by = by(node, used);
    by.passwordBudget = Limits.sessionBudget(by.email);
    secrets.of(by.email).passwords.add(replacement);
    world.claims().claim(by, Aspect.PASSWORD, replacement);
    world.claims().claim(by, Aspect.PASSWORD_CHANGE_REQUIRED, false);
    world.tokens().mayEndAll(by, by.email);
    return performer.perform(
        by,
        () -> used + " changes the password from " + current + " to " + replacement,
        () -> node.auth().changePassword(token, current, replacement),
        signedIn -> {
          Given given = world.tokens().requireGood(by, used, false);
          Wrong.requirePassword(world.claims(), by, current);
          world.tokens().endAll(by, by.email);
          goOn(by, caller, given, signedIn);
          world.tokens().passwordChanged(by, replacement);
        });
  }

  boolean reauthenticate(
      Node node,
      Caller caller,
      @Nullable Given used,
      SessionToken token,
      String password,
      @Nullable String code) {
    Operation by = by(node, used);
    by.passwordBudget = Limits.sessionBudget(by.email);
    world.tokens().mayEnd(by, used);
    Secrets.Known known = secrets.of(by.email);
    if (code != null && world.codes().mayBeRight(code, known.totp)) {
      world.limits().rightCode(by);
    }
    boolean done =
        performer.perform(
            by,
            () -> used + " proves itself with " + password + " and " + code,
            () -> node.auth().reauthenticate(token, password, code),
            signedIn -> {
              Given given = world.tokens().requireGood(by, used, false);
              Wrong.requirePassword(world.claims(), by, password);
              requireCode(by, signedIn, code, known);
              goOn(by, caller, given, signedIn);
            });
    if (code != null) {
      known.usedCodes.add(code);
      world.limits().wrongCodeIfRefused(by);
    }
    return done;
  }

  /** Where TOTP was surely on. */
  private void requireCode(
      Operation by, SignedIn signedIn, @Nullable String code, Secrets.Known known) {
    List<Object> totp = world.claims().plausible(by, Aspect.TOTP);
    if (totp.contains(Reader.NONE) || totp.contains(Claims.ANYTHING)) {
      return;
    }
    Wrong.require(code != null, by, "no code was asked for");
    List<String> possible = Wrong.secrets(world.claims(), by, Aspect.TOTP, known);
    world.codes().accept(by, signedIn.user().userId(), String.valueOf(code), possible);
  }

  boolean endSession(
      Node node, @Nullable Given used, SessionToken token, Given target, Ulid targetId) {
    Operation by = by(node, used);
    world.tokens().mayEndSession(by, target);
    return performer.perform(
        by,
        () -> used + " ends the session of " + target,
        () -> {
          node.auth().endSession(token, targetId);
          return by;
        },
        done -> {
          world.tokens().requireGood(by, used, false);
          Wrong.require(target.email.equals(by.email), by, "another's session was ended");
          world.tokens().endSession(target, by);
        });
  }

  boolean endOthers(Node node, Caller caller, @Nullable Given used, SessionToken token) {
    Operation by = by(node, used);
    world.tokens().mayEndAll(by, by.email);
    return performer.perform(
        by,
        () -> used + " ends all others",
        () -> node.auth().endOtherSessions(token),
        signedIn -> {
          Given given = world.tokens().requireGood(by, used, false);
          world.tokens().endAll(by, by.email);
          goOn(by, caller, given, signedIn);
        });
  }

  private void goOn(Operation by, Caller caller, Given old, SignedIn signedIn) {
    by.account = signedIn.user().userId();
    caller.held = world.tokens().give(by, signedIn.token(), false, signedIn.lifetime(), old, null);
    caller.device = signedIn.device();
    Tokens.end(old, by);
  }
}
