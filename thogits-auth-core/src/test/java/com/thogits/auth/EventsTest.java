package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.STEP;
import static com.thogits.auth.TestService.assertRefused;
import static com.thogits.auth.TestService.marked;
import static com.thogits.auth.TestService.presenting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.AuthEvent.Failed;
import com.thogits.auth.AuthEvent.Notice;
import com.thogits.auth.AuthEvent.Noticed;
import com.thogits.auth.AuthEvent.Refused;
import com.thogits.auth.AuthEvent.Succeeded;
import com.thogits.auth.totp.TotpSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the host's listener is told. */
class EventsTest {
  private static final String EMAIL = "user@example.com";
  private static final String HOME = "192.0.2.1";
  private static final String NEW = "another good one";
  private static final Client STRANGER = Client.at("198.51.100.7");

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn signedIn;
  private Optional<Ulid> id;

  @BeforeEach
  void register() {
    signedIn = service.register(EMAIL);
    id = Optional.of(signedIn.user().userId());
  }

  private Instant now() {
    return service.clock.instant();
  }

  private void assertHeard(AuthEvent... expected) {
    assertThat(service.events).containsExactly(expected);
    service.events.clear();
  }

  private Succeeded succeeded(AuthAction action, String address) {
    return new Succeeded(now(), action, id, address);
  }

  private Refused refused(AuthAction action, AuthError error) {
    return new Refused(now(), action, id, HOME, error);
  }

  private Noticed noticed(AuthAction action, Notice notice) {
    return new Noticed(now(), action, id, HOME, notice);
  }

  @Test
  void aRegistrationIsToldOnceWithItsAccountAndItsAddress() {
    assertHeard(succeeded(AuthAction.REGISTER, HOME));

    assertRefused(AuthError.EMAIL_TAKEN, () -> service.register(EMAIL));
    assertHeard(
        new Refused(now(), AuthAction.REGISTER, Optional.empty(), HOME, AuthError.EMAIL_TAKEN));
  }

  @Test
  void aLoginIsToldOnce() {
    service.events.clear();
    auth.login(EMAIL, PASSWORD, STRANGER);
    assertHeard(succeeded(AuthAction.LOGIN, "198.51.100.7"));

    assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, "wrong guess", LAPTOP));
    assertHeard(refused(AuthAction.LOGIN, AuthError.INVALID_CREDENTIALS));

    assertRefused(
        AuthError.INVALID_CREDENTIALS, () -> auth.login("who@example.com", PASSWORD, LAPTOP));
    assertHeard(
        new Refused(
            now(), AuthAction.LOGIN, Optional.empty(), HOME, AuthError.INVALID_CREDENTIALS));
  }

  @Test
  void whatASessionDoesIsToldWithTheAddressOfItsLogin() {
    service.events.clear();
    auth.updateProfile(signedIn.token(), ProfileChange.displayName("Ann"));
    assertHeard(succeeded(AuthAction.UPDATE_PROFILE, HOME));

    Ulid other = auth.session(service.login(EMAIL).token()).id();
    service.events.clear();
    auth.endSession(signedIn.token(), other);
    assertHeard(succeeded(AuthAction.END_SESSION, HOME));

    signedIn = auth.endOtherSessions(signedIn.token());
    assertHeard(succeeded(AuthAction.END_OTHER_SESSIONS, HOME));

    signedIn = auth.reauthenticate(signedIn.token(), PASSWORD, null);
    assertHeard(succeeded(AuthAction.REAUTHENTICATE, HOME));

    auth.logout(signedIn.token());
    assertHeard(succeeded(AuthAction.LOGOUT, HOME));
  }

  @Test
  void presentingASessionIsToldOnlyWhenItIsRefused() {
    service.events.clear();
    auth.me(signedIn.token());
    auth.session(signedIn.token());
    auth.authenticate(signedIn.token());
    auth.sessions(signedIn.token());
    auth.isSignedIn(signedIn.token());
    assertHeard();

    auth.logout(signedIn.token());
    service.events.clear();
    assertRefused(AuthError.NOT_AUTHENTICATED, () -> auth.me(signedIn.token()));
    assertHeard(
        new Refused(
            now(), AuthAction.PRESENT_SESSION, Optional.empty(), "", AuthError.NOT_AUTHENTICATED));
  }

  @Test
  void aPasswordChangeIsNoticedOnce() {
    service.events.clear();
    auth.changePassword(signedIn.token(), PASSWORD, NEW);

    assertHeard(
        succeeded(AuthAction.CHANGE_PASSWORD, HOME),
        noticed(AuthAction.CHANGE_PASSWORD, Notice.PASSWORD_CHANGED));
  }

  @Test
  void aRefusedPasswordChangeIsNotNoticed() {
    service.events.clear();
    assertRefused(
        AuthError.INCORRECT_PASSWORD,
        () -> auth.changePassword(signedIn.token(), "wrong guess", NEW));

    assertHeard(refused(AuthAction.CHANGE_PASSWORD, AuthError.INCORRECT_PASSWORD));
  }

  @Test
  void eachChangeOfTheSecondFactorIsNoticedOnce() {
    service.events.clear();
    TotpSecret secret = TotpSecret.ofBase32(auth.setupTotp(signedIn.token()).secret());
    assertHeard(succeeded(AuthAction.SETUP_TOTP, HOME));

    signedIn = auth.confirmTotp(signedIn.token(), service.code(secret, 0));
    assertHeard(
        succeeded(AuthAction.CONFIRM_TOTP, HOME),
        noticed(AuthAction.CONFIRM_TOTP, Notice.TOTP_ENABLED));

    List<String> codes = auth.createRecoveryCodes(signedIn.token());
    assertHeard(
        succeeded(AuthAction.CREATE_RECOVERY_CODES, HOME),
        noticed(AuthAction.CREATE_RECOVERY_CODES, Notice.RECOVERY_CODES_CREATED));

    TotpRequired partial = service.loginPartially(EMAIL);
    assertHeard(succeeded(AuthAction.LOGIN, HOME));
    auth.verifyRecoveryCode(partial.token(), codes.get(0), LAPTOP);
    assertHeard(
        succeeded(AuthAction.VERIFY_RECOVERY_CODE, HOME),
        noticed(AuthAction.VERIFY_RECOVERY_CODE, Notice.RECOVERY_CODE_USED));

    service.clock.advance(STEP);
    auth.disableTotp(signedIn.token(), service.code(secret, 0));
    assertHeard(
        succeeded(AuthAction.DISABLE_TOTP, HOME),
        noticed(AuthAction.DISABLE_TOTP, Notice.TOTP_DISABLED));
  }

  @Test
  void forgettingASetupIsNoChangeOfTheSecondFactor() {
    auth.setupTotp(signedIn.token());
    service.events.clear();
    auth.disableTotp(signedIn.token(), null);

    assertHeard(succeeded(AuthAction.DISABLE_TOTP, HOME));
  }

  @Test
  void aWrongCodeAfterTheRightPasswordIsNoticed() {
    TotpSecret secret = service.enrol("totp@example.com").secret();
    TotpRequired partial = service.loginPartially("totp@example.com");
    id = Optional.of(service.stored("totp@example.com").id());
    service.events.clear();
    assertRefused(
        AuthError.INVALID_CODE,
        () -> auth.verifyTotp(partial.token(), service.wrongCode(secret), LAPTOP));

    assertHeard(
        refused(AuthAction.VERIFY_TOTP, AuthError.INVALID_CODE),
        noticed(AuthAction.VERIFY_TOTP, Notice.WRONG_CODE_AFTER_RIGHT_PASSWORD));

    assertRefused(
        AuthError.INVALID_CODE,
        () -> auth.verifyRecoveryCode(partial.token(), "AAAAAA-AAAAAA-AAAAAA-AAAAAA", LAPTOP));
    assertHeard(
        refused(AuthAction.VERIFY_RECOVERY_CODE, AuthError.INVALID_CODE),
        noticed(AuthAction.VERIFY_RECOVERY_CODE, Notice.WRONG_CODE_AFTER_RIGHT_PASSWORD));

    assertRefused(AuthError.INVALID_CODE, () -> auth.verifyTotp(partial.token(), "no", LAPTOP));
    assertHeard(refused(AuthAction.VERIFY_TOTP, AuthError.INVALID_CODE));
  }

  @Test
  void aReplayedCodeIsNoticedAtEveryDoor() {
    TotpSecret secret = service.enrol("totp@example.com").secret();
    SignedIn on = service.loginWithCode("totp@example.com", secret);
    String used = service.code(secret, 0);
    String older = service.code(secret, -1);
    TotpRequired partial = service.loginPartially("totp@example.com");
    service.events.clear();

    for (String code : List.of(used, older)) {
      assertRefused(AuthError.INVALID_CODE, () -> auth.verifyTotp(partial.token(), code, LAPTOP));
      assertThat(service.notices())
          .containsExactlyInAnyOrder(Notice.CODE_REPLAYED, Notice.WRONG_CODE_AFTER_RIGHT_PASSWORD);
      service.events.clear();
      assertRefused(AuthError.INVALID_CODE, () -> auth.disableTotp(on.token(), code));
      assertThat(service.notices()).containsExactly(Notice.CODE_REPLAYED);
      service.events.clear();
      assertRefused(AuthError.INVALID_CODE, () -> auth.reauthenticate(on.token(), PASSWORD, code));
      assertThat(service.notices()).containsExactly(Notice.CODE_REPLAYED);
      service.events.clear();
    }
  }

  @Test
  void aLockIsNoticed() {
    TestService.Enrolled enrolled = service.enrol("totp@example.com");
    SessionToken token = enrolled.signedIn().token();
    for (int tries = 1; tries <= 100; tries++) {
      service.clock.advance(Duration.ofMinutes(15));
      assertRefused(
          AuthError.INVALID_CODE,
          () -> auth.disableTotp(token, service.wrongCode(enrolled.secret())));
    }
    assertThat(service.notices()).doesNotContain(Notice.TOTP_LOCKED);

    assertRefused(AuthError.TOTP_LOCKED, () -> auth.disableTotp(token, "123456"));

    assertThat(service.notices()).endsWith(Notice.TOTP_LOCKED);
  }

  @Test
  void aLoginAfterFiveWrongPasswordsIsNoticed() {
    guess(4);
    service.login(EMAIL);
    assertThat(service.notices()).isEmpty();

    guess(5);
    service.login(EMAIL);
    assertThat(service.notices()).containsExactly(Notice.LOGIN_AFTER_FAILURES);

    service.login(EMAIL);
    assertThat(service.notices()).as("the count began anew").hasSize(1);
  }

  @Test
  void aLoginOfAKnownBrowserAfterAStrangersGuessesIsNoticedToo() {
    guess(5);
    auth.login(EMAIL, PASSWORD, marked(signedIn.device()));

    assertThat(service.notices()).containsExactly(Notice.LOGIN_AFTER_FAILURES);
  }

  private void guess(int times) {
    for (int tries = 1; tries <= times; tries++) {
      assertRefused(
          AuthError.INVALID_CREDENTIALS, () -> auth.login(EMAIL, "wrong guess", STRANGER));
    }
  }

  @Test
  void whatTheOperatorDoesIsTold() {
    service.events.clear();
    Ulid user = id.orElseThrow();
    service.operator.endSessions(user);
    service.operator.disableTotp(user);
    service.operator.clearAttempts(user);
    service.operator.requireNewPassword(user);
    service.operator.deleteAccount(user);
    assertHeard(
        succeeded(AuthAction.OPERATOR_END_SESSIONS, ""),
        succeeded(AuthAction.OPERATOR_DISABLE_TOTP, ""),
        succeeded(AuthAction.OPERATOR_CLEAR_ATTEMPTS, ""),
        succeeded(AuthAction.OPERATOR_REQUIRE_NEW_PASSWORD, ""),
        succeeded(AuthAction.OPERATOR_DELETE_ACCOUNT, ""));

    id = Optional.empty();
    service.operator.endAllSessions();
    assertHeard(succeeded(AuthAction.OPERATOR_END_SESSIONS, ""));
  }

  @Test
  void anImportIsToldWithTheAccountThatItMade() {
    service.events.clear();
    ImportedAccount account =
        new ImportedAccount(
            "old@example.com",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            now(),
            List.of());
    id = service.operator.importAccount(account);
    assertHeard(succeeded(AuthAction.OPERATOR_IMPORT_ACCOUNT, ""));

    id = service.operator.importAccount(account);
    assertThat(id).isEmpty();
    assertHeard(succeeded(AuthAction.OPERATOR_IMPORT_ACCOUNT, ""));
  }

  @Test
  void aStoreThatFailsIsTold() {
    Breakable<UserStore> users =
        new Breakable<>(UserStore.class, service.users, new StoreException("out of reach"));
    AuthService failing =
        AuthService.builder(users.face, service.sessions, service.attempts, service.keys)
            .clock(service.clock)
            .hasher(service.hasher)
            .listener(service.events::add)
            .build();
    service.events.clear();
    users.breakDown();

    assertThatThrownBy(() -> failing.login(EMAIL, PASSWORD, LAPTOP))
        .isInstanceOf(StoreException.class);

    assertThat(service.events)
        .singleElement()
        .isInstanceOfSatisfying(
            Failed.class,
            event -> {
              assertThat(event.action()).isEqualTo(AuthAction.LOGIN);
              assertThat(event.address()).isEqualTo(HOME);
              assertThat(event.failure()).hasMessage("out of reach");
            });
  }

  @Test
  void aListenerThatThrowsBreaksNothing() {
    for (Throwable thrown : List.of(new IllegalStateException("broken"), new AssertionError())) {
      AuthService broken =
          service
              .builder()
              .listener(
                  event -> {
                    throw sneaky(thrown);
                  })
              .build();

      SignedIn login = (SignedIn) broken.login(EMAIL, PASSWORD, LAPTOP);
      assertThat(service.isAlive(login.token())).isTrue();
      assertRefused(
          AuthError.INVALID_CREDENTIALS, () -> broken.login(EMAIL, "wrong guess", LAPTOP));
      SignedIn changed = broken.changePassword(login.token(), PASSWORD, PASSWORD + "!");
      assertThat(broken.changePassword(changed.token(), PASSWORD + "!", PASSWORD)).isNotNull();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void noEventPrintsASecret() {
    List<String> secrets = new ArrayList<>(List.of(PASSWORD, NEW, "wrong guess"));
    secrets.add(signedIn.token().reveal());
    secrets.add(signedIn.device().reveal());
    TotpSetup setup = auth.setupTotp(signedIn.token());
    TotpSecret secret = TotpSecret.ofBase32(setup.secret());
    secrets.add(setup.secret());
    String code = service.code(secret, 0);
    SignedIn confirmed = auth.confirmTotp(signedIn.token(), code);
    secrets.add(confirmed.token().reveal());
    List<String> recovery = auth.createRecoveryCodes(confirmed.token());
    secrets.addAll(recovery);
    TotpRequired partial = service.loginPartially(EMAIL);
    secrets.add(partial.token().reveal());
    assertRefused(AuthError.INVALID_CODE, () -> auth.verifyTotp(partial.token(), code, LAPTOP));
    SignedIn recovered = auth.verifyRecoveryCode(partial.token(), recovery.get(0), LAPTOP);
    secrets.add(recovered.token().reveal());
    guess(5);
    service.loginPartially(EMAIL);
    auth.changePassword(recovered.token(), PASSWORD, NEW);
    assertRefused(
        AuthError.INVALID_CREDENTIALS,
        () -> auth.login(EMAIL, PASSWORD, presenting(recovered.token())));
    secrets.add(service.stored(EMAIL).passwordHash());

    assertThat(service.events).hasSizeGreaterThan(15);
    String printed = service.events.toString();
    assertThat(secrets).noneMatch(printed::contains);
    assertThat(printed).doesNotContain(EMAIL);
  }
}
