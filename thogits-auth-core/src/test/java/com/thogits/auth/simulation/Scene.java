package com.thogits.auth.simulation;

import java.time.Duration;

/**
 * Two accounts before something goes wrong. Ann has TOTP, recovery codes and two sessions, Bob has
 * a password and one session.
 */
final class Scene {
  static final String ANN = World.EMAILS.get(0);
  static final String BOB = World.EMAILS.get(1);
  static final String NOBODY_YET = World.EMAILS.get(2);

  final World world = new World(1, Parts.sound(), true);
  final Secrets secrets = new Secrets();
  final Node node = world.nodes().get(0);
  final Caller laptop = new Caller("192.0.2.1");
  final Caller phone = new Caller("192.0.2.2");
  final Caller bobs = new Caller("192.0.2.3");
  final SignIn signIn;
  final SessionUse sessionUse;
  final TotpUse totpUse;
  final Operating operating;

  Scene() {
    Performer performer = new Performer(world);
    this.signIn = new SignIn(world, performer, secrets);
    this.sessionUse = new SessionUse(world, performer, secrets);
    this.totpUse = new TotpUse(world, performer, secrets);
    this.operating = new Operating(world, performer, secrets);
    operating.importAccount(node, ANN, secrets.newPassword(), true);
    completeLogin(phone);
    completeLogin(laptop);
    totpUse.createRecoveryCodes(node, laptop.held, held(laptop).token);
    signIn.register(node, bobs, BOB, secrets.newPassword(), null);
  }

  private void completeLogin(Caller caller) {
    logIn(caller, ANN);
    signIn.verify(node, caller, caller.held, held(caller).token, freshCode(ANN));
  }

  boolean logIn(Caller caller, String email) {
    return signIn.login(node, caller, email, password(email), null, true);
  }

  /** Of a step that was not used before. */
  String freshCode(String email) {
    world.pass(Duration.ofSeconds(30));
    return world.codes().code(secrets.of(email).totp.get(secrets.of(email).totp.size() - 1), 0);
  }

  String password(String email) {
    return world.claims().plausible(email, Aspect.PASSWORD).get(0).toString();
  }

  String recoveryCode() {
    return secrets.of(ANN).recoveryCodes.get(0);
  }

  static Given held(Caller caller) {
    if (caller.held == null) {
      throw new AssertionError("nobody signed in at " + caller);
    }
    return caller.held;
  }
}
