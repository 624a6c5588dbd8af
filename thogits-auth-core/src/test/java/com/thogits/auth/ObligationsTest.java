package com.thogits.auth;

import static com.thogits.auth.AuthError.INVALID_CODE;
import static com.thogits.auth.AuthError.NO_PENDING_TOTP;
import static com.thogits.auth.AuthError.PASSWORD_CHANGE_REQUIRED;
import static com.thogits.auth.AuthError.TOTP_NOT_ENABLED;
import static com.thogits.auth.AuthError.TOTP_REQUIRED;
import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.totp.TotpSecret;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an account may do before it has a new password, or TOTP. */
class ObligationsTest {
  private static final String EMAIL = "user@example.com";
  private static final String NEW = "another good one";

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private final AuthService withTotpRequired =
      service.with(AuthSettings.DEFAULTS.withTotpRequired(true));

  /** Each door, and how it refuses an account that owes one or both; null if it does not. */
  @SuppressWarnings("ImmutableEnumChecker")
  enum Door {
    SESSION(AuthService::session, PASSWORD_CHANGE_REQUIRED, TOTP_REQUIRED),
    ME(AuthService::me, PASSWORD_CHANGE_REQUIRED, TOTP_REQUIRED),
    UPDATE_PROFILE(
        (auth, token) -> auth.updateProfile(token, ProfileChange.clear()),
        PASSWORD_CHANGE_REQUIRED,
        TOTP_REQUIRED),
    SETUP(AuthService::setupTotp, PASSWORD_CHANGE_REQUIRED, null),
    CONFIRM(
        (auth, token) -> auth.confirmTotp(token, "123456"),
        PASSWORD_CHANGE_REQUIRED,
        NO_PENDING_TOTP),
    DISABLE((auth, token) -> auth.disableTotp(token, null), PASSWORD_CHANGE_REQUIRED, null),
    CREATE_RECOVERY_CODES(
        AuthService::createRecoveryCodes, PASSWORD_CHANGE_REQUIRED, TOTP_REQUIRED),
    SESSIONS(AuthService::sessions, PASSWORD_CHANGE_REQUIRED, TOTP_REQUIRED),
    END_SESSION(
        (auth, token) -> auth.endSession(token, new Ulid(1, 1)),
        PASSWORD_CHANGE_REQUIRED,
        TOTP_REQUIRED),
    END_OTHER_SESSIONS(AuthService::endOtherSessions, PASSWORD_CHANGE_REQUIRED, TOTP_REQUIRED),
    REAUTHENTICATE((auth, token) -> auth.reauthenticate(token, PASSWORD, null), null, null),
    CHANGE_PASSWORD((auth, token) -> auth.changePassword(token, PASSWORD, NEW), null, null),
    LOGOUT(AuthService::logout, null, null);

    private final BiConsumer<AuthService, SessionToken> call;
    private final @Nullable AuthError withoutNewPassword;
    private final @Nullable AuthError withoutTotp;

    Door(
        BiConsumer<AuthService, SessionToken> call,
        @Nullable AuthError withoutNewPassword,
        @Nullable AuthError withoutTotp) {
      this.call = call;
      this.withoutNewPassword = withoutNewPassword;
      this.withoutTotp = withoutTotp;
    }

    void tryWith(AuthService auth, SessionToken token, @Nullable AuthError expected) {
      if (expected == null) {
        call.accept(auth, token);
      } else {
        assertRefused(expected, () -> call.accept(auth, token));
      }
    }
  }

  private SignedIn loginOwingANewPassword() {
    SignedIn registered = service.register(EMAIL);
    service.operator.requireNewPassword(registered.user().userId());
    assertThat(service.isAlive(registered.token())).as("earlier sessions end").isFalse();
    return service.login(EMAIL);
  }

  @ParameterizedTest
  @EnumSource
  void withoutANewPassword(Door door) {
    door.tryWith(auth, loginOwingANewPassword().token(), door.withoutNewPassword);
  }

  @ParameterizedTest
  @EnumSource
  void withoutTotp(Door door) {
    door.tryWith(withTotpRequired, service.register(EMAIL).token(), door.withoutTotp);
  }

  @ParameterizedTest
  @EnumSource
  void withoutEitherThePasswordComesFirst(Door door) {
    door.tryWith(withTotpRequired, loginOwingANewPassword().token(), door.withoutNewPassword);
  }

  @Test
  void whoOwesIsSignedInForTheDoorsThatAreOpenAndNobodyForTheHost() {
    SessionToken token = service.register(EMAIL).token();

    assertThat(withTotpRequired.isSignedIn(token)).isTrue();
    assertThat(withTotpRequired.authenticate(token)).isEmpty();
  }

  @Test
  void aNewPasswordSettlesIt() {
    SignedIn changed = auth.changePassword(loginOwingANewPassword().token(), PASSWORD, NEW);

    assertThat(auth.me(changed.token()).email()).isEqualTo(EMAIL);
    assertThat(auth.login(EMAIL, NEW, LAPTOP)).isInstanceOf(SignedIn.class);
  }

  @Test
  void confirmedTotpSettlesIt() {
    SessionToken token = service.register(EMAIL).token();
    TotpSecret secret = TotpSecret.ofBase32(withTotpRequired.setupTotp(token).secret());
    assertRefused(INVALID_CODE, () -> withTotpRequired.confirmTotp(token, "no"));

    SignedIn confirmed = withTotpRequired.confirmTotp(token, service.code(secret, 0));

    assertThat(withTotpRequired.me(confirmed.token()).hasTotp()).isTrue();
  }

  @Test
  void disablingItBringsItBack() {
    TestService.Enrolled enrolled = service.enrol(EMAIL);
    SignedIn disabled =
        withTotpRequired.disableTotp(
            enrolled.signedIn().token(), service.code(enrolled.secret(), 0));

    assertRefused(TOTP_REQUIRED, () -> withTotpRequired.me(disabled.token()));
    assertRefused(TOTP_NOT_ENABLED, () -> auth.createRecoveryCodes(disabled.token()));
  }

  @Test
  void aNewPasswordIsOwedAlsoAfterTheSecondStep() {
    TestService.Enrolled enrolled = service.enrol(EMAIL);
    service.operator.requireNewPassword(enrolled.signedIn().user().userId());

    SignedIn signedIn = service.loginWithCode(EMAIL, enrolled.secret());

    assertRefused(PASSWORD_CHANGE_REQUIRED, () -> auth.me(signedIn.token()));
  }

  @Test
  void aStaleSessionCanBeMadeFreshToSettleIt() {
    AuthService strict =
        service.with(AuthSettings.DEFAULTS.withTotpRequired(true).withFreshSessionForChanges(true));
    SignedIn signedIn = service.register(EMAIL);
    service.clock.advance(Duration.ofMinutes(10));
    assertRefused(AuthError.REAUTHENTICATION_REQUIRED, () -> strict.setupTotp(signedIn.token()));

    SignedIn fresh = strict.reauthenticate(signedIn.token(), PASSWORD, null);

    assertThat(strict.setupTotp(fresh.token())).isNotNull();
  }
}
