package com.thogits.auth.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthException;
import com.thogits.auth.AuthOperator;
import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.LoginResult;
import com.thogits.auth.SessionInfo;
import com.thogits.auth.SessionToken;
import com.thogits.auth.SignedIn;
import com.thogits.auth.TotpRequired;
import com.thogits.auth.Ulid;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.totp.TotpSecret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One random sequence of steps by several clients, each taken by the service and the model. */
final class RandomUse {
  private static final int CLIENTS = 5;
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMillis(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofDays(3));

  private final long seed;
  private final Random random;
  private final Words words;
  private final SettableClock clock;
  private final Model model;
  private final AuthService auth;
  private final AuthOperator operator;
  private final List<String> story = new ArrayList<>();

  /** What each client holds, and what each token ever given out stands for today. */
  private final List<@Nullable SessionToken> held = new ArrayList<>();

  private final Map<SessionToken, ModelSession> meanings = new HashMap<>();
  private final List<SessionToken> everGiven = new ArrayList<>();

  RandomUse(long seed, SettableClock clock, AuthService auth, AuthOperator operator) {
    this.seed = seed;
    this.random = new Random(seed);
    this.clock = clock;
    this.model = new Model(clock);
    this.words = new Words(random, model, clock, random.nextInt(4) == 0);
    this.auth = auth;
    this.operator = operator;
    for (int client = 0; client < CLIENTS; client++) {
      held.add(null);
    }
  }

  void run(int steps) {
    for (int step = 0; step < steps; step++) {
      takeStep(random.nextInt(CLIENTS));
      checkEveryToken();
    }
  }

  private String tell() {
    return "seed " + seed + ", after:\n" + String.join("\n", story) + "\n";
  }

  private void checkEveryToken() {
    for (int i = 0; i < everGiven.size(); i++) {
      SessionToken token = everGiven.get(i);
      ModelSession meaning = meanings.get(token);
      String number = "token " + i + ", ";
      assertThat(auth.isSignedIn(token))
          .as(() -> number + "which signs in? " + tell())
          .isEqualTo(model.isFull(meaning));
      assertThat(auth.awaitsCode(token))
          .as(() -> number + "which awaits a code? " + tell())
          .isEqualTo(model.isPartial(meaning));
    }
  }

  private void takeStep(int client) {
    SessionToken token = token(client);
    ModelSession session = meanings.get(token);
    String who = "client " + client + " with token " + everGiven.indexOf(token) + ": ";
    switch (random.nextInt(3) == 0 ? anyStep() : likelyStep(session)) {
      case REGISTER -> register(client, who, token, session);
      case LOGIN -> login(client, who, token, session);
      case VERIFY -> verify(client, who, token, session);
      case VERIFY_RECOVERY_CODE -> verifyRecoveryCode(client, who, token, session);
      case SETUP -> setupAndMaybeConfirm(client, who, token, session);
      case CONFIRM -> confirm(client, who, token, session);
      case DISABLE -> disable(client, who, token, session);
      case CREATE_RECOVERY_CODES -> createRecoveryCodes(who, token, session);
      case CHANGE_PASSWORD -> changePassword(client, who, token, session);
      case REAUTHENTICATE -> reauthenticate(client, who, token, session);
      case SESSIONS -> sessions(client, who, token, session);
      case LOGOUT -> logout(who, token, session);
      case OPERATE -> operate();
      case PAUSE -> pause();
    }
  }

  /** What can be done. */
  private enum Step {
    REGISTER,
    LOGIN,
    VERIFY,
    VERIFY_RECOVERY_CODE,
    SETUP,
    CONFIRM,
    DISABLE,
    CREATE_RECOVERY_CODES,
    CHANGE_PASSWORD,
    REAUTHENTICATE,
    SESSIONS,
    LOGOUT,
    OPERATE,
    PAUSE
  }

  private Step anyStep() {
    return oneOf(Step.values());
  }

  /** What somebody in this place would do next. */
  private Step likelyStep(@Nullable ModelSession session) {
    if (model.isPartial(session)) {
      return oneOf(Step.VERIFY, Step.VERIFY, Step.VERIFY, Step.VERIFY_RECOVERY_CODE, Step.PAUSE);
    }
    if (session == null || !model.isFull(session)) {
      return oneOf(Step.LOGIN, Step.LOGIN, Step.LOGIN, Step.REGISTER, Step.PAUSE);
    }
    if (session.account.confirmed == null) {
      return oneOf(Step.SETUP, Step.SETUP, Step.LOGIN, Step.CHANGE_PASSWORD, Step.PAUSE);
    }
    return oneOf(
        Step.CREATE_RECOVERY_CODES, Step.REAUTHENTICATE, Step.LOGIN, Step.LOGIN, Step.PAUSE);
  }

  private Step oneOf(Step... steps) {
    return steps[random.nextInt(steps.length)];
  }

  /** Mostly the client's own, now and then any that was ever given to anybody. */
  private SessionToken token(int client) {
    SessionToken own = held.get(client);
    if (own != null && random.nextInt(8) > 0) {
      return own;
    }
    return everGiven.isEmpty()
        ? SessionToken.parse("A".repeat(43)).orElseThrow()
        : everGiven.get(random.nextInt(everGiven.size()));
  }

  private <M, R> void take(
      String step, Supplier<M> expected, Supplier<R> actual, BiConsumer<M, R> agree) {
    M wanted = null;
    String expectation = "done";
    try {
      wanted = expected.get();
    } catch (ModelRefusal refusal) {
      expectation = refusal.getMessage();
    }
    story.add(step + " -> " + expectation);
    R got = null;
    String outcome = "done";
    try {
      got = actual.get();
    } catch (AuthException refused) {
      outcome = ModelRefusal.describe(refused.error(), refused.retryAfter().orElse(null));
    }
    assertThat(outcome).as(this::tell).isEqualTo(expectation);
    if (wanted != null && got != null) {
      agree.accept(wanted, got);
    }
  }

  private BiConsumer<ModelSession, SignedIn> holdBy(int client) {
    return (session, signedIn) -> {
      give(client, signedIn.token(), session);
      assertThat(clock.instant().plus(signedIn.lifetime()))
          .as(this::tell)
          .isEqualTo(session.expiresAt);
      assertThat(signedIn.user().hasTotp())
          .as(this::tell)
          .isEqualTo(session.account.confirmed != null);
      assertThat(auth.session(signedIn.token()).provenAt())
          .as(this::tell)
          .isEqualTo(session.provenAt);
      Ulid id = auth.session(signedIn.token()).id();
      assertThat(session.id == null ? id : session.id).as(this::tell).isEqualTo(id);
      session.id = id;
    };
  }

  private void give(int client, SessionToken token, ModelSession session) {
    meanings.values().remove(session);
    meanings.put(token, session);
    if (!everGiven.contains(token)) {
      everGiven.add(token);
    }
    held.set(client, token);
  }

  private Client client(int number, boolean presents, SessionToken token) {
    return new Client(
        "192.0.2." + number,
        "",
        presents ? Optional.of(token) : Optional.empty(),
        Optional.empty());
  }

  private void register(
      int client, String who, SessionToken token, @Nullable ModelSession session) {
    String email = words.email();
    String password = words.password();
    boolean presents = random.nextBoolean();
    take(
        who + "register " + email + (presents ? " over it" : ""),
        () -> model.register(email, password, presents ? session : null),
        () -> auth.register(email, password, client(client, presents, token)),
        holdBy(client));
  }

  private void login(int client, String who, SessionToken token, @Nullable ModelSession session) {
    String email = words.email();
    String password = words.passwordOf(model.account(email));
    boolean presents = random.nextBoolean();
    take(
        who + "login " + email + (presents ? " over it" : ""),
        () -> model.login(email, password, presents ? session : null),
        () -> auth.login(email, password, client(client, presents, token)),
        (begun, result) -> begin(client, begun, result));
  }

  private void begin(int client, ModelSession begun, LoginResult result) {
    if (result instanceof SignedIn signedIn) {
      assertThat(begun.full).as(this::tell).isTrue();
      holdBy(client).accept(begun, signedIn);
    } else if (result instanceof TotpRequired partial) {
      assertThat(begun.full).as(this::tell).isFalse();
      give(client, partial.token(), begun);
    }
  }

  private void verify(int client, String who, SessionToken token, @Nullable ModelSession session) {
    String code = words.code(session);
    take(
        who + "verify " + code,
        () -> model.verify(session, code),
        () -> auth.verifyTotp(token, code, client(client, false, token)),
        holdBy(client));
  }

  private void verifyRecoveryCode(
      int client, String who, SessionToken token, @Nullable ModelSession session) {
    String code = words.recoveryCode(session);
    take(
        who + "verify recovery code " + code,
        () -> model.verifyRecoveryCode(session, code),
        () -> auth.verifyRecoveryCode(token, code, client(client, false, token)),
        holdBy(client));
  }

  private void setupAndMaybeConfirm(
      int client, String who, SessionToken token, @Nullable ModelSession session) {
    take(
        who + "set up",
        () -> model.setup(session),
        () -> auth.setupTotp(token),
        (asking, setup) -> asking.account.pending = TotpSecret.ofBase32(setup.secret()));
    if (random.nextBoolean()) {
      confirm(client, who, token, session);
    }
  }

  private void confirm(int client, String who, SessionToken token, @Nullable ModelSession session) {
    String code = words.code(session);
    take(
        who + "confirm " + code,
        () -> model.confirm(session, code),
        () -> auth.confirmTotp(token, code),
        holdBy(client));
  }

  private void disable(int client, String who, SessionToken token, @Nullable ModelSession session) {
    String code =
        switch (random.nextInt(6)) {
          case 0 -> null;
          case 1 -> words.recoveryCode(session);
          default -> words.code(session);
        };
    take(
        who + "disable " + code,
        () -> model.disable(session, code),
        () -> auth.disableTotp(token, code),
        holdBy(client));
  }

  private void createRecoveryCodes(String who, SessionToken token, @Nullable ModelSession session) {
    take(
        who + "recovery codes",
        () -> model.createRecoveryCodes(session),
        () -> auth.createRecoveryCodes(token),
        (asking, codes) -> {
          assertThat(codes).as(this::tell).hasSize(10);
          asking.account.recoveryCodes.clear();
          asking.account.recoveryCodes.addAll(codes);
          words.learn(codes);
        });
  }

  private void changePassword(
      int client, String who, SessionToken token, @Nullable ModelSession session) {
    String current = words.passwordOf(session == null ? null : session.account);
    String replacement = words.password();
    take(
        who + "change password",
        () -> model.changePassword(session, current, replacement),
        () -> auth.changePassword(token, current, replacement),
        holdBy(client));
  }

  private void reauthenticate(
      int client, String who, SessionToken token, @Nullable ModelSession session) {
    String password = words.passwordOf(session == null ? null : session.account);
    String code = random.nextInt(6) == 0 ? null : words.code(session);
    take(
        who + "reauthenticate " + code,
        () -> model.reauthenticate(session, password, code),
        () -> auth.reauthenticate(token, password, code),
        holdBy(client));
  }

  private void sessions(
      int client, String who, SessionToken token, @Nullable ModelSession session) {
    take(
        who + "list sessions",
        () -> model.sessions(session),
        () -> auth.sessions(token),
        (expected, infos) -> {
          assertThat(infos.stream().map(SessionInfo::id).toList())
              .as(this::tell)
              .containsExactlyInAnyOrderElementsOf(expected.stream().map(one -> one.id).toList());
          assertThat(infos.stream().filter(SessionInfo::current).map(SessionInfo::id).toList())
              .as(this::tell)
              .containsExactly(meanings.get(token).id);
        });
    if (random.nextBoolean()) {
      take(
          who + "end others",
          () -> model.endOthers(session),
          () -> auth.endOtherSessions(token),
          holdBy(client));
    } else {
      endOne(who, token, session);
    }
  }

  private void endOne(String who, SessionToken token, @Nullable ModelSession session) {
    ModelSession target =
        everGiven.isEmpty() ? null : meanings.get(everGiven.get(random.nextInt(everGiven.size())));
    Ulid id = target == null || target.id == null ? new Ulid(1, 1) : target.id;
    take(
        who + "end session " + id,
        () -> model.endSession(session, target),
        () -> {
          auth.endSession(token, id);
          return id;
        },
        (asking, ended) -> {});
  }

  private void logout(String who, SessionToken token, @Nullable ModelSession session) {
    take(
        who + "log out",
        () -> model.logout(session),
        () -> {
          auth.logout(token);
          return token;
        },
        (asking, ended) -> {});
  }

  private void operate() {
    ModelAccount account = model.account(words.email());
    if (account == null) {
      return;
    }
    Ulid id = operator.find(account.email).orElseThrow().userId();
    switch (random.nextInt(8)) {
      case 0 -> {
        story.add("operator: delete " + account.email);
        assertThat(operator.deleteAccount(id)).isTrue();
        model.delete(account);
      }
      case 1 -> {
        story.add("operator: end sessions of " + account.email);
        assertThat(operator.endSessions(id)).isTrue();
        account.endAllBut(null);
      }
      case 2 -> {
        story.add("operator: turn TOTP off for " + account.email);
        assertThat(operator.disableTotp(id)).isTrue();
        account.turnTotpOff();
        account.codes.clear();
        account.endAllBut(null);
      }
      default -> {
        story.add("operator: clear attempts of " + account.email);
        assertThat(operator.clearAttempts(id)).isTrue();
        model.clearAttempts(account);
      }
    }
  }

  private void pause() {
    Duration pause =
        random.nextInt(60) == 0 ? Duration.ofDays(31) : PAUSES.get(random.nextInt(PAUSES.size()));
    story.add("pause " + pause);
    clock.advance(pause);
    if (random.nextInt(3) == 0) {
      auth.deleteExpired();
    }
  }
}
