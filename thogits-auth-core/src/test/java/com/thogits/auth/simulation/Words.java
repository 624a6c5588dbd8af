package com.thogits.auth.simulation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What clients type: mostly right, otherwise old, used, void or guessed. */
final class Words {
  private final World world;
  private final Choice choice;
  private final Secrets secrets;
  private int names;

  Words(World world, Choice choice, Secrets secrets) {
    this.world = world;
    this.choice = choice;
    this.secrets = secrets;
  }

  /** One account has more of everything, so that its operations meet. */
  String email() {
    return choice.oneIn(2) ? World.EMAILS.get(0) : choice.of(World.EMAILS);
  }

  String typed(String email) {
    return choice.oneIn(4) ? email.toUpperCase(Locale.ROOT) : email;
  }

  String name() {
    return "Name " + ++names;
  }

  String password(String email) {
    List<String> known = secrets.of(email).passwords;
    if (known.isEmpty() || choice.oneIn(4)) {
      return "a guess among many";
    }
    List<Object> plausible = world.claims().plausible(email, Aspect.PASSWORD);
    return choice.oneIn(6) || plausible.isEmpty()
        ? choice.of(known)
        : choice.of(plausible).toString();
  }

  String code(String email) {
    Secrets.Known known = secrets.of(email);
    if (known.totp.isEmpty() || choice.oneIn(6)) {
      return String.format(Locale.ROOT, "%06d", choice.below(1_000_000));
    }
    if (!known.usedCodes.isEmpty() && choice.oneIn(6)) {
      return known.usedCodes.get(known.usedCodes.size() - 1);
    }
    String newest = known.totp.get(known.totp.size() - 1);
    return world.codes().code(choice.oneIn(4) ? choice.of(known.totp) : newest, drift());
  }

  private int drift() {
    return choice.of(-1, 0, 0, 0, 1, 1, 2);
  }

  String recoveryCode(String email) {
    List<String> known = secrets.of(email).recoveryCodes;
    return known.isEmpty() || choice.oneIn(8)
        ? "ABCDEF-ABCDEF-ABCDEF-ABCDEF"
        : known.get(Math.max(0, known.size() - 1 - choice.below(12)));
  }

  @Nullable String codeForDisabling(String email) {
    return switch (choice.below(6)) {
      case 0 -> null;
      case 1 -> recoveryCode(email);
      default -> code(email);
    };
  }
}
