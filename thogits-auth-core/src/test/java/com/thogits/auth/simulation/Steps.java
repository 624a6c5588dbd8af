package com.thogits.auth.simulation;

import com.thogits.auth.SessionToken;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What clients, attackers and the operator do next, as the seed wants. */
final class Steps {
  private static final SessionToken MADE_UP = SessionToken.parse("A".repeat(43)).orElseThrow();
  private static final List<Duration> PAUSES =
      Stream.of(1, 1000, 4000, 15_000, 30_000, 30_000, 30_000, 60_000, 300_000, 1_900_000)
          .map(Duration::ofMillis)
          .toList();

  private final World world;
  private final Choice choice;
  private final Secrets secrets;
  private final Words words;
  private final SignIn signIn;
  private final SessionUse sessionUse;
  private final TotpUse totpUse;
  private final Operating operating;
  private final List<Caller> callers =
      Stream.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4").map(Caller::new).toList();

  Steps(World world, Choice choice) {
    this.world = world;
    this.choice = choice;
    this.secrets = new Secrets();
    this.words = new Words(world, choice, secrets);
    Performer performer = new Performer(world);
    this.signIn = new SignIn(world, performer, secrets);
    this.sessionUse = new SessionUse(world, performer, secrets);
    this.totpUse = new TotpUse(world, performer, secrets);
    this.operating = new Operating(world, performer, secrets);
  }

  /** Some accounts before the storm. */
  void prologue() {
    Node node = world.nodes().get(0);
    operating.importAccount(node, World.EMAILS.get(0), secrets.newPassword(), true);
    String email = World.EMAILS.get(1);
    if (choice.oneIn(2)) {
      signIn.register(node, callers.get(0), email, secrets.newPassword(), null);
    } else {
      operating.importAccount(node, email, secrets.newPassword(), choice.oneIn(2));
    }
  }

  /** One step of anybody, on a node that has nothing else to do. */
  void take() {
    List<Node> free = world.nodes().stream().filter(Node::isFree).toList();
    if (free.isEmpty()) {
      return;
    }
    Node node = choice.of(free);
    Caller caller = choice.of(callers);
    Given used = token(caller);
    SessionToken token = used == null ? MADE_UP : used.token;
    if (choice.oneIn(25)) {
      operate(node);
    } else if (used != null && used.partial && !choice.oneIn(used.endedBy == null ? 8 : 2)) {
      complete(node, caller, used, token);
    } else if (isWorthless(used) ? choice.oneIn(4) : !choice.oneIn(3)) {
      useSession(node, caller, used, token);
    } else {
      comeIn(node, caller, used);
    }
  }

  private static boolean isWorthless(@Nullable Given used) {
    return used == null || used.endedBy != null;
  }

  void pause() {
    if (choice.oneIn(3)) {
      world.pass(choice.of(PAUSES));
    }
  }

  /** Mostly one's own, now and then any that was ever given to anybody, or a made-up one. */
  private @Nullable Given token(Caller caller) {
    List<Given> all = world.tokens().all();
    if (all.isEmpty() || choice.oneIn(40)) {
      return null;
    }
    return caller.held != null && !choice.oneIn(6) ? caller.held : choice.of(all);
  }

  private void comeIn(Node node, Caller caller, @Nullable Given used) {
    String email = words.email();
    Given shown = choice.oneIn(3) ? used : null;
    if (choice.oneIn(8)) {
      signIn.register(node, caller, words.typed(email), secrets.newPassword(), shown);
    } else {
      String password = words.password(email);
      signIn.login(node, caller, words.typed(email), password, shown, choice.oneIn(2));
    }
  }

  private void complete(Node node, Caller caller, Given partial, SessionToken token) {
    if (choice.oneIn(4)) {
      String code = words.recoveryCode(partial.email);
      signIn.verifyRecoveryCode(node, caller, partial, token, code);
    } else {
      signIn.verify(node, caller, partial, token, words.code(partial.email));
    }
  }

  private void useSession(Node node, Caller caller, @Nullable Given used, SessionToken token) {
    String email = used == null ? "" : used.email;
    switch (choice.below(22)) {
      case 0, 1 -> sessionUse.me(node, used, token);
      case 2 -> sessionUse.list(node, used, token);
      case 3 -> sessionUse.logout(node, used, token);
      case 4, 5, 6 -> sessionUse.updateProfile(node, used, token, words.name());
      case 7, 8, 9 ->
          sessionUse.changePassword(
              node, caller, used, token, words.password(email), secrets.newPassword());
      case 10, 11 ->
          sessionUse.reauthenticate(
              node,
              caller,
              used,
              token,
              words.password(email),
              choice.oneIn(6) ? null : words.code(email));
      case 12 -> endSession(node, used, token);
      case 13 -> sessionUse.endOthers(node, caller, used, token);
      case 14 -> setUp(node, used, token);
      case 15, 16 -> totpUse.confirm(node, caller, used, token, words.code(email));
      case 17 -> totpUse.disable(node, caller, used, token, words.codeForDisabling(email));
      default -> totpUse.createRecoveryCodes(node, used, token);
    }
  }

  /** A QR code is drawn for it, which costs more than all the rest. */
  private void setUp(Node node, @Nullable Given used, SessionToken token) {
    if (choice.oneIn(4)) {
      totpUse.setUp(node, used, token);
    }
  }

  private void endSession(Node node, @Nullable Given used, SessionToken token) {
    List<Given> all = world.tokens().all();
    Given target = all.isEmpty() ? null : choice.of(all);
    if (target != null && target.session != null) {
      sessionUse.endSession(node, used, token, target, target.session);
    }
  }

  private void operate(Node node) {
    String email = words.email();
    switch (choice.below(12)) {
      case 0 -> operating.endSessions(node, email);
      case 1 -> operating.endAllSessions(node);
      case 2 -> operating.disableTotp(node, email);
      case 3 -> operating.requireNewPassword(node, email);
      case 4 -> operating.delete(node, email);
      case 5, 6 -> operating.clearAttempts(node, email);
      case 7 -> operating.deleteExpired(node);
      default -> operating.importAccount(node, email, secrets.newPassword(), choice.oneIn(2));
    }
  }

  Secrets secrets() {
    return secrets;
  }
}
