package com.thogits.auth.simulation;

import com.thogits.auth.SessionToken;
import com.thogits.auth.SignedIn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The doors of somebody signed in who turns TOTP on and off. */
final class TotpUse {
  private final World world;
  private final Performer performer;
  private final Secrets secrets;

  TotpUse(World world, Performer performer, Secrets secrets) {
    this.world = world;
    this.performer = performer;
    this.secrets = secrets;
  }

  private Operation by(Node node, @Nullable Given used) {
    return world.operation(node, used == null ? "" : used.email);
  }

  boolean setUp(Node node, @Nullable Given used, SessionToken token) {
    Operation by = by(node, used);
    Claims.Claim pending = world.claims().claim(by, Aspect.PENDING_TOTP, Claims.ANYTHING);
    return performer.perform(
        by,
        () -> used + " sets TOTP up",
        () -> node.auth().setupTotp(token),
        setup -> {
          world.tokens().requireGood(by, used, false);
          pending.value = setup.secret();
          secrets.of(by.email).totp.add(setup.secret());
        });
  }

  boolean confirm(Node node, Caller caller, @Nullable Given used, SessionToken token, String code) {
    Operation by = by(node, used);
    Secrets.Known known = secrets.of(by.email);
    Claims.Claim totp = world.claims().claim(by, Aspect.TOTP, Claims.ANYTHING);
    world.claims().claim(by, Aspect.PENDING_TOTP, Reader.NONE);
    world.claims().claim(by, Aspect.RECOVERY_CODES, RecoveryCodes.none());
    world.tokens().mayEndAll(by, by.email);
    boolean done =
        performer.perform(
            by,
            () -> used + " confirms TOTP with " + code,
            () -> node.auth().confirmTotp(token, code),
            signedIn -> {
              Given given = world.tokens().requireGood(by, used, false);
              List<String> pending = Wrong.secrets(world.claims(), by, Aspect.PENDING_TOTP, known);
              totp.value = world.codes().accept(by, signedIn.user().userId(), code, pending);
              world.tokens().endAll(by, by.email);
              goOn(by, caller, given, signedIn);
            });
    known.usedCodes.add(code);
    if (!done) {
      String secret = world.codes().secretOf(by, code, known.totp);
      totp.value = Objects.requireNonNullElse(secret, Claims.ANYTHING);
    }
    return done;
  }

  boolean disable(
      Node node, Caller caller, @Nullable Given used, SessionToken token, @Nullable String code) {
    Operation by = by(node, used);
    Secrets.Known known = secrets.of(by.email);
    NewAccount.claimTotpOff(world.claims(), by);
    world.tokens().mayEndAll(by, by.email);
    boolean recovery = code != null && code.length() > 6;
    if (code != null && (recovery || world.codes().mayBeRight(code, known.totp))) {
      known.recoverySets.forEach(set -> set.tried(code, by));
      world.limits().rightCode(by);
    }
    boolean done =
        performer.perform(
            by,
            () -> used + " turns TOTP off with " + code,
            () -> node.auth().disableTotp(token, code),
            signedIn -> {
              Given given = world.tokens().requireGood(by, used, false);
              if (signedIn.token().equals(given.token)) {
                requireWasOff(by);
                return;
              }
              requireCode(by, signedIn, code, known);
              world.tokens().endAll(by, by.email);
              goOn(by, caller, given, signedIn);
            });
    if (code != null && !recovery) {
      known.usedCodes.add(code);
      world.limits().wrongCodeIfRefused(by);
    }
    return done;
  }

  private void requireWasOff(Operation by) {
    List<Object> totp = world.claims().plausible(by, Aspect.TOTP);
    boolean may = totp.contains(Reader.NONE) || totp.contains(Claims.ANYTHING);
    Wrong.require(may, by, "no code was asked for");
  }

  private void requireCode(
      Operation by, SignedIn signedIn, @Nullable String code, Secrets.Known known) {
    if (code == null) {
      Wrong.require(false, by, "no code was asked for");
    } else if (code.length() > 6) {
      Wrong.requireRecoveryCode(world.claims(), by, known, code);
    } else {
      List<String> possible = Wrong.secrets(world.claims(), by, Aspect.TOTP, known);
      world.codes().accept(by, signedIn.user().userId(), code, possible);
    }
  }

  boolean createRecoveryCodes(Node node, @Nullable Given used, SessionToken token) {
    Operation by = by(node, used);
    Claims.Claim codes = world.claims().claim(by, Aspect.RECOVERY_CODES, Claims.ANYTHING);
    return performer.perform(
        by,
        () -> used + " has recovery codes made",
        () -> node.auth().createRecoveryCodes(token),
        created -> {
          world.tokens().requireGood(by, used, false);
          RecoveryCodes set = new RecoveryCodes(created);
          codes.value = set;
          secrets.of(by.email).recoveryCodes.addAll(created);
          secrets.of(by.email).recoverySets.add(set);
        });
  }

  private void goOn(Operation by, Caller caller, Given old, SignedIn signedIn) {
    caller.held = world.tokens().give(by, signedIn.token(), false, signedIn.lifetime(), old, null);
    caller.device = signedIn.device();
    Tokens.end(old, by);
  }
}
