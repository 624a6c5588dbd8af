package com.thogits.auth.model;

import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What clients say at random: often the right thing, and each wrong one now and then. */
final class Words {
  private static final List<String> EMAILS =
      List.of("ann@example.com", "bob@example.com", "cleo@example.com");

  private final Random random;
  private final Model model;
  private final Clock clock;
  private final boolean clumsy;
  private final List<String> recoveryCodes = new ArrayList<>();
  private final Deque<String> said = new ArrayDeque<>();

  /** With words of clumsy users, whose codes are mostly wrong, or of others. */
  Words(Random random, Model model, Clock clock, boolean clumsy) {
    this.random = random;
    this.model = model;
    this.clock = clock;
    this.clumsy = clumsy;
  }

  String email() {
    return EMAILS.get(random.nextInt(EMAILS.size()));
  }

  String password() {
    return "correct horse battery " + random.nextInt(4);
  }

  String passwordOf(@Nullable ModelAccount account) {
    return account != null && random.nextInt(6) > 0 ? account.password : password();
  }

  /** A TOTP code. */
  String code(@Nullable ModelSession session) {
    String code =
        switch (clumsy ? random.nextInt(12) : random.nextInt(24)) {
          case 0 -> "12345";
          case 1, 2 -> "123456";
          case 3 -> anybodysCode();
          case 4, 5 -> said.isEmpty() ? "000000" : said.peekLast();
          case 6 -> code(session, -1);
          case 7, 8 -> code(session, 1);
          case 9 -> code(session, 2);
          case 10 -> " " + code(session, 0) + " ";
          default -> code(session, 0);
        };
    said.add(code);
    return code;
  }

  private String anybodysCode() {
    ModelAccount account = model.account(email());
    return account == null || account.sessions.isEmpty()
        ? "654321"
        : code(account.sessions.get(0), 0);
  }

  private String code(@Nullable ModelSession session, int steps) {
    if (session == null) {
      return "111111";
    }
    TotpSecret confirmed = session.account.confirmed;
    TotpSecret secret = confirmed == null ? session.account.pending : confirmed;
    return secret == null
        ? "222222"
        : Totp.AUTHENTICATOR_APPS.generate(secret, clock.instant().plusSeconds(30L * steps));
  }

  void learn(Collection<String> codes) {
    recoveryCodes.addAll(codes);
  }

  String recoveryCode(@Nullable ModelSession session) {
    if (session != null && !session.account.recoveryCodes.isEmpty() && random.nextInt(2) == 0) {
      String code = List.copyOf(session.account.recoveryCodes).get(0);
      return random.nextBoolean() ? code : code.toLowerCase(Locale.ROOT);
    }
    return switch (random.nextInt(4)) {
      case 0 -> "12345";
      case 1 -> "AAAAAA-BBBBBB-CCCCCC-DDDDDD";
      default ->
          recoveryCodes.isEmpty()
              ? "ZZZZZZ-ZZZZZZ-ZZZZZZ-ZZZZZZ"
              : recoveryCodes.get(random.nextInt(recoveryCodes.size()));
    };
  }
}
