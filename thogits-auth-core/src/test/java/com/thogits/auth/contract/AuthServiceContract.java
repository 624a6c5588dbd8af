package com.thogits.auth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.AuthError;
import com.thogits.auth.AuthException;
import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.LoginResult;
import com.thogits.auth.ProfileChange;
import com.thogits.auth.Session;
import com.thogits.auth.SessionStore;
import com.thogits.auth.SessionToken;
import com.thogits.auth.SignedIn;
import com.thogits.auth.TotpRequired;
import com.thogits.auth.Ulid;
import com.thogits.auth.UserStore;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an {@link AuthService} guarantees on any stores when many act at once, over two instances
 * that share the stores as two nodes share a database. Extend it with stores of your own.
 */
public abstract class AuthServiceContract {
  private static final String EMAIL = "user@example.com";
  private static final String PASSWORD = "correct horse battery";
  private static final Client CLIENT = Client.at("192.0.2.1");
  private static final Duration STEP = Duration.ofSeconds(30);

  private final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00Z"));
  private final CountingCipher keys = new CountingCipher(KeyRing.generate(new SecureRandom()));
  private final CountingHasher hasher =
      new CountingHasher(
          new Argon2id(
              new Argon2Parameters(8, 1, 1),
              Argon2Parameters.STORED_HASH_LIMIT,
              new SecureRandom()));
  private AuthService[] nodes = new AuthService[0];
  private @Nullable Stores stores;

  /** For subclasses. */
  protected AuthServiceContract() {}

  /** Three empty stores that belong together. */
  protected abstract Stores emptyStores();

  /** The stores under test. */
  public record Stores(UserStore users, SessionStore sessions, AttemptStore attempts) {}

  @BeforeEach
  void startTwoNodes() {
    Stores empty = emptyStores();
    stores = empty;
    nodes = new AuthService[] {node(empty), node(empty)};
  }

  private AuthService node(Stores shared) {
    return AuthService.builder(shared.users(), shared.sessions(), shared.attempts(), keys)
        .clock(clock)
        .hasher(hasher)
        .build();
  }

  private AuthService node(int index) {
    return nodes[index % nodes.length];
  }

  @Test
  void of40RegistrationsOfOneEmailOneWins() throws Exception {
    List<Outcome<SignedIn>> outcomes =
        Race.of(
            40, i -> node(i).register(i % 2 == 0 ? EMAIL : "USER@example.com", PASSWORD, CLIENT));

    assertThat(winners(outcomes)).hasSize(1);
    assertThat(refusals(outcomes)).hasSize(39).containsOnly(AuthError.EMAIL_TAKEN);
    assertThat(isAlive(winners(outcomes).get(0).token())).isTrue();
  }

  @Test
  void of40UsesOfOneCodeOn10PartialSessionsOneGetsIn() throws Exception {
    TotpSecret secret = enrol();
    List<TotpRequired> partials =
        IntStream.range(0, 10)
            .mapToObj(i -> (TotpRequired) node(i).login(EMAIL, PASSWORD, CLIENT))
            .toList();
    String code = code(secret, 0);

    List<Outcome<SignedIn>> outcomes =
        Race.of(40, i -> node(i / 10).verifyTotp(partials.get(i % 10).token(), code, CLIENT));

    assertThat(winners(outcomes)).hasSize(1);
    assertThat(refusals(outcomes))
        .hasSize(39)
        .isSubsetOf(
            AuthError.INVALID_CODE, AuthError.NO_PARTIAL_SESSION, AuthError.TOO_MANY_ATTEMPTS);
    assertThat(isAlive(winners(outcomes).get(0).token())).isTrue();
  }

  @Test
  void of30WrongCodesOnOnePartialSessionAtMost5AreChecked() throws Exception {
    TotpSecret secret = enrol();
    TotpRequired partial = (TotpRequired) node(0).login(EMAIL, PASSWORD, CLIENT);
    String wrong = wrongCode(secret);

    int openedBefore = keys.opened();

    List<Outcome<SignedIn>> outcomes =
        Race.of(30, i -> node(i).verifyTotp(partial.token(), wrong, CLIENT));

    assertThat(keys.opened() - openedBefore).isBetween(1, 5);
    List<AuthError> refusals = refusals(outcomes);
    assertThat(refusals)
        .hasSize(30)
        .isSubsetOf(AuthError.INVALID_CODE, AuthError.NO_PARTIAL_SESSION);
    assertThat(refusals.stream().filter(AuthError.INVALID_CODE::equals))
        .hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void of60WrongPasswordsOnOneAccountAtMost14AreHashed() throws Exception {
    node(0).register(EMAIL, PASSWORD, CLIENT);
    int hashesBefore = hasher.hashes();

    List<Outcome<LoginResult>> outcomes =
        Race.of(60, i -> node(i).login(EMAIL, "wrong guess " + i, Client.at("192.0.2." + i)));

    assertThat(refusals(outcomes))
        .hasSize(60)
        .isSubsetOf(AuthError.INVALID_CREDENTIALS, AuthError.TOO_MANY_ATTEMPTS);
    assertThat(hasher.hashes() - hashesBefore).isBetween(1, 14);
  }

  @Test
  void wrongPasswordsAtOnceAreCountedExactly() throws Exception {
    node(0).register(EMAIL, PASSWORD, CLIENT);
    Race.of(8, i -> node(i).login(EMAIL, "wrong guess", CLIENT));

    assertThat(refusalOfLogin(EMAIL, "wrong guess")).isEqualTo(AuthError.INVALID_CREDENTIALS);
    assertThat(refusalOfLogin(EMAIL, "wrong guess")).isEqualTo(AuthError.INVALID_CREDENTIALS);
    assertThat(refusalOfLogin(EMAIL, PASSWORD)).isEqualTo(AuthError.TOO_MANY_ATTEMPTS);
  }

  @Test
  void anAddressPaysForItsWrongPasswordsAndNotForTheRightOnes() throws Exception {
    node(0).register(EMAIL, PASSWORD, CLIENT);
    Race.of(
        60,
        i ->
            i < 40
                ? node(i).login("user" + i + "@example.com", "wrong guess", CLIENT)
                : node(i).login(EMAIL, PASSWORD, CLIENT));

    for (int more = 1; more <= 60; more++) {
      assertThat(refusalOfLogin("another" + more + "@example.com", PASSWORD))
          .isEqualTo(AuthError.INVALID_CREDENTIALS);
    }
    assertThat(refusalOfLogin(EMAIL, PASSWORD)).isEqualTo(AuthError.TOO_MANY_ATTEMPTS);
  }

  @Test
  void wrongCodesAtOnceAreCountedExactly() throws Exception {
    TotpSecret secret = enrol();
    String wrong = wrongCode(secret);
    List<SessionToken> partials =
        IntStream.range(0, 9)
            .mapToObj(i -> ((TotpRequired) node(i).login(EMAIL, PASSWORD, CLIENT)).token())
            .toList();
    Race.of(9, i -> node(i).verifyTotp(partials.get(i), wrong, CLIENT));
    SessionToken partial = partials.get(0);

    assertThat(refusals(Race.of(1, i -> node(i).verifyTotp(partial, wrong, CLIENT))))
        .containsExactly(AuthError.INVALID_CODE);
    assertThat(refusals(Race.of(1, i -> node(i).verifyTotp(partial, wrong, CLIENT))))
        .containsExactly(AuthError.TOO_MANY_ATTEMPTS);
  }

  @Test
  void of30UsesOfOneRecoveryCodeOneGetsIn() throws Exception {
    SessionToken enrolled = enrolled();
    String code = node(0).createRecoveryCodes(enrolled).get(3);
    List<SessionToken> partials =
        IntStream.range(0, 10)
            .mapToObj(i -> ((TotpRequired) node(i).login(EMAIL, PASSWORD, CLIENT)).token())
            .toList();

    List<Outcome<SignedIn>> outcomes =
        Race.of(30, i -> node(i / 10).verifyRecoveryCode(partials.get(i % 10), code, CLIENT));

    assertThat(winners(outcomes)).hasSize(1);
    assertThat(refusals(outcomes))
        .hasSize(29)
        .isSubsetOf(AuthError.INVALID_CODE, AuthError.NO_PARTIAL_SESSION);
    assertThat(isAlive(winners(outcomes).get(0).token())).isTrue();
  }

  @Test
  void of5RecoveryCodesOnOnePartialSessionOneGetsIn() throws Exception {
    List<String> codes = node(0).createRecoveryCodes(enrolled());
    SessionToken partial = ((TotpRequired) node(0).login(EMAIL, PASSWORD, CLIENT)).token();

    List<Outcome<SignedIn>> outcomes =
        Race.of(5, i -> node(i).verifyRecoveryCode(partial, codes.get(i), CLIENT));

    assertThat(winners(outcomes)).hasSize(1);
    assertThat(refusals(outcomes)).hasSize(4).containsOnly(AuthError.NO_PARTIAL_SESSION);
    assertThat(isAlive(winners(outcomes).get(0).token())).isTrue();
  }

  @Test
  void aPartialSessionThatWasCompletedIsSpentOnBothNodes() throws Exception {
    TotpSecret secret = enrol();
    SessionToken partial = ((TotpRequired) node(0).login(EMAIL, PASSWORD, CLIENT)).token();
    node(0).verifyTotp(partial, code(secret, 0), CLIENT);
    clock.advance(STEP);

    for (int index = 0; index < 2; index++) {
      AuthService node = node(index);
      assertThat(refusals(Race.of(1, i -> node.verifyTotp(partial, code(secret, 0), CLIENT))))
          .containsExactly(AuthError.NO_PARTIAL_SESSION);
    }
  }

  @Test
  void aChangedPasswordCountsOnBothNodesInAnyCaseOfTheEmail() throws Exception {
    SessionToken token = node(0).register(EMAIL, PASSWORD, CLIENT).token();
    assertThat(logsIn(PASSWORD)).isTrue();

    node(0).changePassword(token, PASSWORD, "replacement");

    assertThat(refusalOfLogin(EMAIL, PASSWORD)).isEqualTo(AuthError.INVALID_CREDENTIALS);
    for (int index = 0; index < 2; index++) {
      AuthService node = node(index);
      assertThat(winners(Race.of(1, i -> node.login("USER@example.COM", "replacement", CLIENT))))
          .hasSize(1);
    }
  }

  @Test
  void tenRecoveryCodesUsedAtOnceAllWork() throws Exception {
    SessionToken enrolled = enrolled();
    List<String> codes = node(0).createRecoveryCodes(enrolled);
    List<SessionToken> partials =
        IntStream.range(0, 10)
            .mapToObj(i -> ((TotpRequired) node(i).login(EMAIL, PASSWORD, CLIENT)).token())
            .toList();

    List<Outcome<SignedIn>> outcomes =
        Race.of(10, i -> node(i).verifyRecoveryCode(partials.get(i), codes.get(i), CLIENT));

    assertThat(winners(outcomes)).hasSize(10);
  }

  @Test
  void aLoginDuringEndOthersIsOfTheNewEpochOrDead() throws Exception {
    SessionToken token = node(0).register(EMAIL, PASSWORD, CLIENT).token();
    for (int round = 1; round <= 20; round++) {
      SessionToken asking = token;
      List<Outcome<SignedIn>> outcomes =
          Race.of(
              4,
              i ->
                  i == 0
                      ? node(0).endOtherSessions(asking)
                      : (SignedIn) node(i).login(EMAIL, PASSWORD, CLIENT));
      SignedIn on = winners(outcomes).get(0);
      token = on.token();

      long epoch = epochOf(on.user().userId());
      assertThat(isAlive(token)).isTrue();
      assertThat(winners(outcomes)).hasSize(4);
      for (SignedIn signedIn : winners(outcomes)) {
        assertThat(isAlive(signedIn.token())).isEqualTo(epochOf(signedIn.token()) == epoch);
      }
      assertThat(isAlive(asking)).isFalse();
    }
  }

  @Test
  void aLoginWithTheOldPasswordNeverOutlivesItsChange() throws Exception {
    SessionToken token = node(0).register(EMAIL, PASSWORD, CLIENT).token();
    String current = PASSWORD;
    for (int round = 1; round <= 20; round++) {
      SessionToken asking = token;
      String old = current;
      String replacement = "replacement " + round;
      List<Outcome<SignedIn>> outcomes =
          Race.of(
              4,
              i ->
                  i == 0
                      ? node(0).changePassword(asking, old, replacement)
                      : (SignedIn) node(i).login(EMAIL, old, CLIENT));

      token = winners(outcomes).get(0).token();
      current = replacement;
      assertThat(isAlive(token)).isTrue();
      assertThat(winners(outcomes).stream().skip(1).map(SignedIn::token)).noneMatch(this::isAlive);
    }
  }

  @Test
  void of6PasswordChangesOneWinsAndItsSessionGoesOn() throws Exception {
    SessionToken token = node(0).register(EMAIL, PASSWORD, CLIENT).token();

    List<Outcome<SignedIn>> outcomes =
        Race.of(6, i -> node(i).changePassword(token, PASSWORD, "replacement " + i));

    assertThat(winners(outcomes)).hasSize(1);
    assertThat(refusals(outcomes)).hasSize(5).containsOnly(AuthError.NOT_AUTHENTICATED);
    assertThat(isAlive(winners(outcomes).get(0).token())).isTrue();
    assertThat(isAlive(token)).isFalse();
    assertThat(
            IntStream.range(0, 6)
                .filter(i -> logsIn("replacement " + i))
                .mapToObj(i -> outcomes.get(i).won()))
        .containsExactly(true);
  }

  @Test
  void of6PasswordChangesFrom6SessionsOneWins() throws Exception {
    node(0).register(EMAIL, PASSWORD, CLIENT);
    List<SessionToken> tokens =
        IntStream.range(0, 6)
            .mapToObj(i -> ((SignedIn) node(i).login(EMAIL, PASSWORD, CLIENT)).token())
            .toList();

    List<Outcome<SignedIn>> outcomes =
        Race.of(6, i -> node(i).changePassword(tokens.get(i), PASSWORD, "replacement " + i));

    assertThat(winners(outcomes)).hasSize(1);
    assertThat(tokens).noneMatch(this::isAlive);
    assertThat(isAlive(winners(outcomes).get(0).token())).isTrue();
  }

  @Test
  void of24ProfileEditsAllSucceed() throws Exception {
    SessionToken token = node(0).register(EMAIL, PASSWORD, CLIENT).token();

    List<Outcome<String>> outcomes =
        Race.of(
            24,
            i ->
                node(i)
                    .updateProfile(token, ProfileChange.displayName("Name " + i))
                    .displayName()
                    .orElseThrow());

    assertThat(winners(outcomes))
        .containsExactlyElementsOf(IntStream.range(0, 24).mapToObj(i -> "Name " + i).toList());
    assertThat(winners(outcomes)).contains(node(0).me(token).displayName().orElseThrow());
  }

  @Test
  void of8ConfirmationsOneWins() throws Exception {
    SessionToken token = node(0).register(EMAIL, PASSWORD, CLIENT).token();
    TotpSecret secret = TotpSecret.ofBase32(node(0).setupTotp(token).secret());

    List<Outcome<SignedIn>> outcomes = Race.of(8, i -> node(i).confirmTotp(token, code(secret, 0)));

    assertThat(winners(outcomes)).hasSize(1);
    assertThat(isAlive(winners(outcomes).get(0).token())).isTrue();
  }

  @Test
  void aCodeUsedToDisableAndToVerifyAtOnceWorksOnce() throws Exception {
    SignedIn signedIn = node(0).register(EMAIL, PASSWORD, CLIENT);
    TotpSecret secret = TotpSecret.ofBase32(node(0).setupTotp(signedIn.token()).secret());
    SessionToken token = node(0).confirmTotp(signedIn.token(), code(secret, 0)).token();
    TotpRequired partial = (TotpRequired) node(0).login(EMAIL, PASSWORD, CLIENT);
    clock.advance(STEP);
    String code = code(secret, 0);

    List<Outcome<SignedIn>> outcomes =
        Race.of(
            2,
            i ->
                i == 0
                    ? node(0).disableTotp(token, code)
                    : node(1).verifyTotp(partial.token(), code, CLIENT));

    assertThat(winners(outcomes)).hasSize(1);
  }

  @Test
  void of10LogoutsOfOneSessionAllLeaveItDead() throws Exception {
    SessionToken token = node(0).register(EMAIL, PASSWORD, CLIENT).token();

    Race.of(
        10,
        i -> {
          node(i).logout(token);
          return i;
        });

    assertThat(isAlive(token)).isFalse();
  }

  @Test
  void whatEndsOnOneNodeIsDeadOnTheOther() {
    SessionToken first = node(0).register(EMAIL, PASSWORD, CLIENT).token();
    SessionToken second = ((SignedIn) node(1).login(EMAIL, PASSWORD, CLIENT)).token();

    SessionToken changed = node(1).changePassword(second, PASSWORD, "replacement").token();

    assertThat(node(0).authenticate(first)).isEmpty();
    assertThat(node(0).authenticate(second)).isEmpty();
    assertThat(node(0).authenticate(changed)).isPresent();
    node(0).logout(changed);
    assertThat(node(1).authenticate(changed)).isEmpty();
  }

  private AuthError refusalOfLogin(String email, String password) throws Exception {
    return refusals(Race.of(1, i -> node(i).login(email, password, CLIENT))).get(0);
  }

  private long epochOf(Ulid userId) {
    return Objects.requireNonNull(stores).users().findById(userId).orElseThrow().credentialEpoch();
  }

  private long epochOf(SessionToken token) {
    return Objects.requireNonNull(stores)
        .sessions()
        .find(token.hash())
        .map(Session::credentialEpoch)
        .orElse(0L);
  }

  /** A session of an account with TOTP. */
  private SessionToken enrolled() {
    SessionToken token = node(0).register(EMAIL, PASSWORD, CLIENT).token();
    TotpSecret secret = TotpSecret.ofBase32(node(0).setupTotp(token).secret());
    return node(0).confirmTotp(token, code(secret, -1)).token();
  }

  private TotpSecret enrol() {
    SessionToken token = node(0).register(EMAIL, PASSWORD, CLIENT).token();
    TotpSecret secret = TotpSecret.ofBase32(node(0).setupTotp(token).secret());
    node(0).confirmTotp(token, code(secret, -1));
    return secret;
  }

  private String code(TotpSecret secret, int steps) {
    return Totp.AUTHENTICATOR_APPS.generate(secret, clock.instant().plus(STEP.multipliedBy(steps)));
  }

  private String wrongCode(TotpSecret secret) {
    List<String> right = List.of(code(secret, -1), code(secret, 0), code(secret, 1));
    return IntStream.range(100_000, 100_004)
        .mapToObj(Integer::toString)
        .filter(candidate -> !right.contains(candidate))
        .findFirst()
        .orElseThrow();
  }

  private boolean isAlive(SessionToken token) {
    return node(0).authenticate(token).isPresent() && node(1).authenticate(token).isPresent();
  }

  private boolean logsIn(String password) {
    try {
      node(0).login(EMAIL, password, CLIENT);
      return true;
    } catch (AuthException refused) {
      return false;
    }
  }

  private static <T> List<T> winners(List<Outcome<T>> outcomes) {
    return outcomes.stream().filter(Outcome::won).map(Outcome::value).toList();
  }

  private static List<AuthError> refusals(List<? extends Outcome<?>> outcomes) {
    return outcomes.stream().filter(outcome -> !outcome.won()).map(Outcome::refusal).toList();
  }
}
