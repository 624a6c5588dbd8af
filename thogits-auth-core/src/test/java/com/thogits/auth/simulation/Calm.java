package com.thogits.auth.simulation;

import java.time.Duration;
import java.util.List;

/** The store works again, and waits are over: whoever has an account gets in with what is right. */
final class Calm {
  private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofHours(3);

  private final World world;
  private final Secrets secrets;
  private final SignIn signIn;
  private final SessionUse sessionUse;
  private final Operating operating;

  Calm(World world, Secrets secrets) {
    this.world = world;
    this.secrets = secrets;
    Performer performer = new Performer(world);
    this.signIn = new SignIn(world, performer, secrets);
    this.sessionUse = new SessionUse(world, performer, secrets);
    this.operating = new Operating(world, performer, secrets);
  }

  void letEverybodyIn() {
    world.pass(LONGER_THAN_ANY_WAIT);
    for (String email : World.EMAILS) {
      if (world.reader().account(email) != null && !getsIn(email)) {
        throw new Violation(Invariant.OWNER_GETS_IN, email + " is kept out");
      }
    }
  }

  private boolean getsIn(String email) {
    Node node = world.nodes().get(0);
    Caller caller = new Caller("198.51.100.1");
    for (Object password : world.claims().plausible(email, Aspect.PASSWORD)) {
      operating.clearAttempts(node, email);
      if (signIn.login(node, caller, email, password.toString(), null, false)) {
        return isSignedIn(node, caller, email);
      }
    }
    return false;
  }

  private boolean isSignedIn(Node node, Caller caller, String email) {
    Given partial = caller.held;
    if (partial == null || (partial.partial && !isCompleted(node, caller, partial, email))) {
      return false;
    }
    Given full = caller.held;
    return full != null && sessionUse.logout(node, full, full.token);
  }

  private boolean isCompleted(Node node, Caller caller, Given partial, String email) {
    List<String> known = secrets.of(email).totp;
    String stored = world.reader().read(Aspect.TOTP, world.reader().account(email)).toString();
    return known.contains(stored)
        && signIn.verify(node, caller, partial, partial.token, world.codes().code(stored, 0));
  }
}
