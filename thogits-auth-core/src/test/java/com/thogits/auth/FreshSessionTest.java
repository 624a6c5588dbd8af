package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.STEP;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.totp.TotpSecret;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The setting that asks for a fresh session before the documented changes. */
class FreshSessionTest {
  private static final String EMAIL = "user@example.com";
  private static final String NEW = "another good one";

  private final TestService service = new TestService();
  private final AuthService strict =
      service.with(
          AuthSettings.DEFAULTS
              .withFreshSessionForChanges(true)
              .withFreshness(Duration.ofMinutes(3)));
  private SignedIn plain;
  private SignedIn enrolled;
  private TotpSecret secret;

  @BeforeEach
  void beginStaleSessions() {
    plain = service.register("plain@example.com");
    TestService.Enrolled account = service.enrol(EMAIL);
    enrolled = account.signedIn();
    secret = account.secret();
    service.clock.advance(Duration.ofMinutes(3));
  }

  /** What the setting is about. */
  enum Change {
    PASSWORD_OF_A_PLAIN_ACCOUNT {
      @Override
      void make(FreshSessionTest test, AuthService auth) {
        auth.changePassword(test.plain.token(), PASSWORD, NEW);
      }
    },
    PASSWORD_WITH_TOTP {
      @Override
      void make(FreshSessionTest test, AuthService auth) {
        auth.changePassword(test.enrolled.token(), PASSWORD, NEW);
      }
    },
    SETUP {
      @Override
      void make(FreshSessionTest test, AuthService auth) {
        auth.setupTotp(test.plain.token());
      }
    },
    DISABLE {
      @Override
      void make(FreshSessionTest test, AuthService auth) {
        auth.disableTotp(test.enrolled.token(), test.service.code(test.secret, 0));
      }
    };

    abstract void make(FreshSessionTest test, AuthService auth);
  }

  @ParameterizedTest
  @EnumSource
  void aStaleSessionIsRefused(Change change) {
    assertRefused(AuthError.REAUTHENTICATION_REQUIRED, () -> change.make(this, strict));

    assertThat(service.isAlive(plain.token())).isTrue();
    assertThat(service.isAlive(enrolled.token())).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aReauthenticatedOneIsNot(Change change) {
    plain = strict.reauthenticate(plain.token(), PASSWORD, null);
    enrolled = strict.reauthenticate(enrolled.token(), PASSWORD, service.code(secret, 0));
    service.clock.advance(STEP);

    change.make(this, strict);
  }

  @ParameterizedTest
  @EnumSource
  void withoutTheSettingASessionIsEnough(Change change) {
    change.make(this, service.auth);
  }

  @Test
  void aLoginMakesASessionFresh() {
    SignedIn login = (SignedIn) strict.login("plain@example.com", PASSWORD, LAPTOP);
    assertThat(strict.setupTotp(login.token())).isNotNull();

    TotpRequired partial = (TotpRequired) strict.login(EMAIL, PASSWORD, LAPTOP);
    service.clock.advance(Duration.ofMinutes(2));
    SignedIn verified = strict.verifyTotp(partial.token(), service.code(secret, 0), LAPTOP);
    service.clock.advance(Duration.ofMinutes(2));
    assertThat(strict.changePassword(verified.token(), PASSWORD, NEW))
        .as("from the code on, not from the password on")
        .isNotNull();
  }

  @Test
  void aConfirmationMakesASessionFresh() {
    TotpSecret pending = TotpSecret.ofBase32(service.auth.setupTotp(plain.token()).secret());
    SignedIn confirmed = strict.confirmTotp(plain.token(), service.code(pending, 0));

    assertThat(strict.createRecoveryCodes(confirmed.token())).hasSize(10);
  }

  @Test
  void aStaleSessionMayForgetASetup() {
    service.auth.setupTotp(plain.token());

    assertThat(strict.disableTotp(plain.token(), null).user().hasTotp()).isFalse();
  }
}
