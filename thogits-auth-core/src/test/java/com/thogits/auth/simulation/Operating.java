package com.thogits.auth.simulation;

import com.thogits.auth.AuthOperator;
import com.thogits.auth.ImportedAccount;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.totp.TotpSecret;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The operator's doors. */
final class Operating {
  private static final Ulid NOBODY = new Ulid(1, 1);

  private final World world;
  private final Performer performer;
  private final Secrets secrets;

  Operating(World world, Performer performer, Secrets secrets) {
    this.world = world;
    this.performer = performer;
    this.secrets = secrets;
  }

  private Ulid idOf(String email) {
    User user = world.reader().account(email);
    return user == null ? NOBODY : user.id();
  }

  /** An account that is not there is not changed. */
  private boolean perform(Operation by, String what, Predicate<AuthOperator> door, Runnable learn) {
    return performer.perform(
        by,
        () -> "the operator " + what + " " + by.email,
        () -> door.test(by.node.operator()),
        wasThere -> {
          if (wasThere) {
            learn.run();
          } else {
            by.outcome = Operation.Outcome.REFUSED;
          }
        });
  }

  boolean endSessions(Node node, String email) {
    Operation by = world.operation(node, email);
    Ulid id = idOf(email);
    world.tokens().mayEndAll(by, email);
    return perform(
        by,
        "ends the sessions of",
        operator -> operator.endSessions(id),
        () -> world.tokens().endAll(by, email));
  }

  boolean endAllSessions(Node node) {
    Operation by = world.operation(node, "");
    World.EMAILS.forEach(email -> world.tokens().mayEndAll(by, email));
    return perform(
        by,
        "ends all sessions",
        operator -> operator.endAllSessions() >= 0,
        () -> World.EMAILS.forEach(email -> world.tokens().endAll(by, email)));
  }

  boolean disableTotp(Node node, String email) {
    Operation by = world.operation(node, email);
    Ulid id = idOf(email);
    NewAccount.claimTotpOff(world.claims(), by);
    world.tokens().mayEndAll(by, email);
    world.limits().rightCode(by);
    return perform(
        by,
        "turns TOTP off for",
        operator -> operator.disableTotp(id),
        () -> world.tokens().endAll(by, email));
  }

  boolean requireNewPassword(Node node, String email) {
    Operation by = world.operation(node, email);
    Ulid id = idOf(email);
    world.claims().claim(by, Aspect.PASSWORD_CHANGE_REQUIRED, true);
    world.tokens().mayEndAll(by, email);
    return perform(
        by,
        "demands a new password of",
        operator -> operator.requireNewPassword(id),
        () -> world.tokens().endAll(by, email));
  }

  boolean clearAttempts(Node node, String email) {
    Operation by = world.operation(node, email);
    Ulid id = idOf(email);
    world.limits().mayBeCleared(by, email);
    return perform(by, "clears", operator -> operator.clearAttempts(id), () -> {});
  }

  boolean delete(Node node, String email) {
    Operation by = world.operation(node, email);
    Ulid id = idOf(email);
    NewAccount.claimRemoved(world.claims(), by);
    world.tokens().mayEndAll(by, email);
    world.limits().mayBeCleared(by, email);
    return perform(
        by,
        "deletes",
        operator -> operator.deleteAccount(id),
        () -> world.tokens().endAll(by, email));
  }

  boolean deleteExpired(Node node) {
    Operation by = world.operation(node, "");
    return performer.perform(
        by, () -> "what expired is removed", () -> node.auth().deleteExpired(), removed -> {});
  }

  /** With TOTP on from the start, or without. */
  boolean importAccount(Node node, String email, String password, boolean withTotp) {
    Operation by = world.operation(node, email);
    Optional<TotpSecret> secret =
        withTotp ? Optional.of(TotpSecret.random(world.random())) : Optional.empty();
    String base32 = secret.map(TotpSecret::toBase32).orElse(Reader.NONE);
    Claims.Claim id = NewAccount.claim(world.claims(), by, password, base32, "imported");
    secrets.of(email).passwords.add(password);
    secret.ifPresent(known -> secrets.of(email).totp.add(known.toBase32()));
    ImportedAccount account =
        new ImportedAccount(
            email,
            Optional.of(StandInHasher.OLD + password),
            secret,
            Optional.of("imported"),
            by.began,
            List.of());
    return performer.perform(
        by,
        () -> "the operator imports " + email + (withTotp ? " with TOTP" : ""),
        () -> node.operator().importAccount(account),
        imported -> {
          if (imported.isPresent()) {
            id.value = imported.get();
          } else {
            by.outcome = Operation.Outcome.REFUSED;
          }
        });
  }
}
