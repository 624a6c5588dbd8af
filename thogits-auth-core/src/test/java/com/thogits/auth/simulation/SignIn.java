package com.thogits.auth.simulation;

import com.thogits.auth.AuthError;
import com.thogits.auth.Client;
import com.thogits.auth.LoginResult;
import com.thogits.auth.SessionToken;
import com.thogits.auth.SignedIn;
import com.thogits.auth.TotpRequired;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The doors that lead to a session. */
final class SignIn {
  private final World world;
  private final Performer performer;
  private final Secrets secrets;

  SignIn(World world, Performer performer, Secrets secrets) {
    this.world = world;
    this.performer = performer;
    this.secrets = secrets;
  }

  boolean register(Node node, Caller caller, String typed, String password, @Nullable Given shown) {
    String email = typed.toLowerCase(Locale.ROOT);
    Operation by = world.operation(node, email);
    Claims.Claim id = NewAccount.claim(world.claims(), by, password, Reader.NONE, Reader.NONE);
    world.tokens().mayBegin(by);
    world.tokens().mayEnd(by, shown);
    secrets.of(email).passwords.add(password);
    Client client = caller.presenting(shown, false);
    return performer.perform(
        by,
        () -> caller + " registers " + typed + " with " + password + showing(shown),
        () -> node.auth().register(typed, password, client),
        signedIn -> {
          world.limits().registrationFrom(caller.address);
          id.value = signedIn.user().userId();
          begun(by, caller, signedIn, null, password);
          Tokens.replaced(shown, by);
        });
  }

  boolean login(
      Node node,
      Caller caller,
      String typed,
      String password,
      @Nullable Given shown,
      boolean showsDevice) {
    String email = typed.toLowerCase(Locale.ROOT);
    Operation by = world.operation(node, email);
    by.passwordBudget = Limits.accountBudget(email);
    world.tokens().mayBegin(by);
    world.tokens().mayEnd(by, shown);
    Client client = caller.presenting(shown, showsDevice);
    boolean done =
        performer.perform(
            by,
            () -> caller + " logs in as " + typed + " with " + password + showing(shown),
            () -> node.auth().login(typed, password, client),
            result -> {
              Wrong.requirePassword(world.claims(), by, password);
              loggedIn(by, caller, result, password);
              Tokens.replaced(shown, by);
            });
    if (by.wasRefused(AuthError.INVALID_CREDENTIALS)) {
      world.limits().wrongPasswordFrom(caller.address);
    }
    return done;
  }

  private void loggedIn(Operation by, Caller caller, LoginResult result, String password) {
    List<Object> totp = world.claims().plausible(by, Aspect.TOTP);
    if (result instanceof TotpRequired partial) {
      Wrong.require(!totp.equals(List.of(Reader.NONE)), by, "a code that there is none for");
      caller.held =
          world.tokens().give(by, partial.token(), true, partial.lifetime(), null, password);
    } else if (result instanceof SignedIn signedIn) {
      boolean may = totp.contains(Reader.NONE) || totp.contains(Claims.ANYTHING);
      Wrong.require(may, by, "the second step was left out");
      begun(by, caller, signedIn, null, password);
    }
  }

  boolean verify(
      Node node, Caller caller, @Nullable Given partial, SessionToken token, String code) {
    Operation by = world.operation(node, partial == null ? "" : partial.email);
    Secrets.Known known = secrets.of(by.email);
    begin(by, partial);
    if (world.codes().mayBeRight(code, known.totp)) {
      world.limits().rightCode(by);
    }
    Client client = caller.presenting(null, false);
    boolean done =
        performer.perform(
            by,
            () -> caller + " verifies " + code + " for " + by.email + " with " + partial,
            () -> node.auth().verifyTotp(token, code, client),
            signedIn -> {
              Given used = complete(by, partial);
              world
                  .codes()
                  .accept(
                      by,
                      signedIn.user().userId(),
                      code,
                      Wrong.secrets(world.claims(), by, Aspect.TOTP, known));
              begun(by, caller, signedIn, used, null);
            });
    known.usedCodes.add(code);
    if (by.wasRefused(AuthError.INVALID_CODE) && partial != null) {
      world.limits().wrongCodeOn(partial);
      world.limits().wrongCode(by);
    }
    return done;
  }

  boolean verifyRecoveryCode(
      Node node, Caller caller, @Nullable Given partial, SessionToken token, String code) {
    Operation by = world.operation(node, partial == null ? "" : partial.email);
    Secrets.Known known = secrets.of(by.email);
    begin(by, partial);
    known.recoverySets.forEach(set -> set.tried(code, by));
    world.limits().rightCode(by);
    Client client = caller.presenting(null, false);
    boolean done =
        performer.perform(
            by,
            () -> caller + " verifies " + code + " for " + by.email + " with " + partial,
            () -> node.auth().verifyRecoveryCode(token, code, client),
            signedIn -> {
              Given used = complete(by, partial);
              Wrong.requireRecoveryCode(world.claims(), by, known, code);
              begun(by, caller, signedIn, used, null);
            });
    if (by.wasRefused(AuthError.INVALID_CODE) && partial != null) {
      world.limits().wrongCodeOn(partial);
    }
    return done;
  }

  private void begin(Operation by, @Nullable Given partial) {
    by.completesLogin = true;
    world.tokens().mayBegin(by);
    world.tokens().mayEnd(by, partial);
  }

  private Given complete(Operation by, @Nullable Given partial) {
    Given used = world.tokens().requireGood(by, partial, true);
    if (used.completed) {
      throw new Violation(Invariant.PARTIAL_SESSION_COMPLETED_ONCE, used + " once more");
    }
    used.completed = true;
    return used;
  }

  private void begun(
      Operation by,
      Caller caller,
      SignedIn signedIn,
      @Nullable Given parent,
      @Nullable String password) {
    by.account = signedIn.user().userId();
    caller.held =
        world.tokens().give(by, signedIn.token(), false, signedIn.lifetime(), parent, password);
    caller.device = signedIn.device();
    Tokens.end(parent, by);
    if (world.isUndivided(by) && performer.running() == 0) {
      Wrong.requireFewSessions(world.reader(), by);
    }
  }

  private static String showing(@Nullable Given shown) {
    return shown == null ? "" : " over " + shown;
  }
}
