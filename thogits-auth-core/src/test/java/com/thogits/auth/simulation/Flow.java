package com.thogits.auth.simulation;

import static com.thogits.auth.simulation.Scene.ANN;
import static com.thogits.auth.simulation.Scene.BOB;
import static com.thogits.auth.simulation.Scene.NOBODY_YET;
import static com.thogits.auth.simulation.Scene.held;

import com.thogits.auth.SessionToken;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One way through the library, to be cut off anywhere.
 *
 * @param prepare what comes before it
 */
record Flow(String name, Consumer<Scene> prepare, Consumer<Scene> go) {

  private Flow(String name, Consumer<Scene> go) {
    this(name, scene -> {}, go);
  }

  static final List<Flow> ALL =
      List.of(
          new Flow(
              "register",
              it -> it.signIn.register(it.node, it.phone, NOBODY_YET, "winter lamp 77", null)),
          new Flow("log in", it -> it.logIn(it.phone, BOB)),
          new Flow(
              "log in over an old session",
              it -> it.signIn.login(it.node, it.bobs, BOB, it.password(BOB), it.bobs.held, true)),
          new Flow(
              "log in with the hash of a former time",
              it -> it.operating.importAccount(it.node, NOBODY_YET, "winter lamp 77", false),
              it -> it.logIn(it.phone, NOBODY_YET)),
          new Flow(
              "log in with a wrong password",
              it -> it.signIn.login(it.node, it.phone, BOB, "a guess among many", null, false)),
          new Flow("log in with TOTP", it -> it.logIn(it.phone, ANN)),
          new Flow("verify a code", it -> it.logIn(it.phone, ANN), Flow::verify),
          new Flow(
              "verify a wrong code for the last time",
              it -> {
                it.logIn(it.phone, ANN);
                verifyWrong(it);
                verifyWrong(it);
              },
              Flow::verifyWrong),
          new Flow(
              "verify a recovery code",
              it -> it.logIn(it.phone, ANN),
              it ->
                  it.signIn.verifyRecoveryCode(
                      it.node, it.phone, it.phone.held, held(it.phone).token, it.recoveryCode())),
          new Flow("ask who it is", it -> it.sessionUse.me(it.node, it.bobs.held, token(it.bobs))),
          new Flow(
              "list sessions", it -> it.sessionUse.list(it.node, it.bobs.held, token(it.bobs))),
          new Flow("log out", it -> it.sessionUse.logout(it.node, it.bobs.held, token(it.bobs))),
          new Flow(
              "change the profile",
              it -> it.sessionUse.updateProfile(it.node, it.bobs.held, token(it.bobs), "Bob")),
          new Flow("change the password", Flow::changePassword),
          new Flow("set TOTP up", it -> it.totpUse.setUp(it.node, it.bobs.held, token(it.bobs))),
          new Flow(
              "confirm TOTP",
              it -> it.totpUse.setUp(it.node, it.bobs.held, token(it.bobs)),
              it ->
                  it.totpUse.confirm(
                      it.node, it.bobs, it.bobs.held, token(it.bobs), it.freshCode(BOB))),
          new Flow(
              "forget a pending set-up",
              it -> it.totpUse.setUp(it.node, it.bobs.held, token(it.bobs)),
              it -> it.totpUse.disable(it.node, it.bobs, it.bobs.held, token(it.bobs), null)),
          new Flow("disable TOTP", it -> disable(it, it.freshCode(ANN))),
          new Flow("disable TOTP by a recovery code", it -> disable(it, it.recoveryCode())),
          new Flow(
              "create recovery codes",
              it -> it.totpUse.createRecoveryCodes(it.node, it.laptop.held, token(it.laptop))),
          new Flow("reauthenticate", it -> reauthenticate(it, it.bobs, BOB, null)),
          new Flow(
              "reauthenticate with a code",
              it -> reauthenticate(it, it.laptop, ANN, it.freshCode(ANN))),
          new Flow("end a session", Flow::endSession),
          new Flow(
              "end all other sessions",
              it -> it.sessionUse.endOthers(it.node, it.laptop, it.laptop.held, token(it.laptop))),
          new Flow("operator: end sessions", it -> it.operating.endSessions(it.node, ANN)),
          new Flow("operator: end all sessions", it -> it.operating.endAllSessions(it.node)),
          new Flow("operator: disable TOTP", it -> it.operating.disableTotp(it.node, ANN)),
          new Flow(
              "operator: require a new password",
              it -> it.operating.requireNewPassword(it.node, BOB)),
          new Flow(
              "operator: clear attempts",
              it -> it.signIn.login(it.node, it.phone, BOB, "a guess among many", null, false),
              it -> it.operating.clearAttempts(it.node, BOB)),
          new Flow("operator: delete an account", it -> it.operating.delete(it.node, ANN)),
          new Flow(
              "operator: import an account",
              it -> it.operating.importAccount(it.node, NOBODY_YET, "winter lamp 77", true)),
          new Flow("remove what expired", it -> it.operating.deleteExpired(it.node)));

  private static SessionToken token(Caller caller) {
    return held(caller).token;
  }

  private static void verify(Scene it) {
    it.signIn.verify(it.node, it.phone, it.phone.held, token(it.phone), it.freshCode(ANN));
  }

  private static void verifyWrong(Scene it) {
    String right = it.freshCode(ANN);
    String wrong = right.startsWith("0") ? "9" + right.substring(1) : "0" + right.substring(1);
    it.signIn.verify(it.node, it.phone, it.phone.held, token(it.phone), wrong);
  }

  private static void changePassword(Scene it) {
    it.sessionUse.changePassword(
        it.node,
        it.laptop,
        it.laptop.held,
        token(it.laptop),
        it.password(ANN),
        it.secrets.newPassword());
  }

  private static void disable(Scene it, String code) {
    it.totpUse.disable(it.node, it.laptop, it.laptop.held, token(it.laptop), code);
  }

  private static void reauthenticate(Scene it, Caller caller, String email, @Nullable String code) {
    it.sessionUse.reauthenticate(
        it.node, caller, caller.held, token(caller), it.password(email), code);
  }

  private static void endSession(Scene it) {
    it.sessionUse.endSession(
        it.node,
        it.laptop.held,
        token(it.laptop),
        held(it.phone),
        Objects.requireNonNull(held(it.phone).session));
  }

  @Override
  public String toString() {
    return name;
  }
}
