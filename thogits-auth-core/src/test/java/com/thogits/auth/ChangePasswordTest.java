package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.password.PasswordHasher;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
  private static final String NEW = "even more secure";

  private final TestService service = new TestService();
  private final AuthService auth = service.auth;
  private SignedIn signedIn;

  @BeforeEach
  void register() {
    signedIn = service.register("user@example.com");
  }

  @Test
  void theNewPasswordLogsInAndTheOldOneDoesNot() {
    auth.changePassword(signedIn.token(), PASSWORD, NEW);

    assertThat(auth.login("user@example.com", NEW, LAPTOP)).isInstanceOf(SignedIn.class);
    assertRefused(
        AuthError.INVALID_CREDENTIALS, () -> auth.login("user@example.com", PASSWORD, LAPTOP));
  }

  @Test
  void endsEveryOtherSessionAndGoesOnUnderANewTokenWithItsOldEnd() {
    SignedIn other = service.login("user@example.com");
    service.clock.advance(Duration.ofDays(1));

    SignedIn changed = auth.changePassword(signedIn.token(), PASSWORD, NEW);

    assertThat(changed.token()).isNotEqualTo(signedIn.token());
    assertThat(changed.lifetime()).isEqualTo(Duration.ofDays(29));
    assertThat(service.isAlive(changed.token())).isTrue();
    assertThat(service.isAlive(signedIn.token())).isFalse();
    assertThat(service.isAlive(other.token())).isFalse();
  }

  @Test
  void endsLoginsThatWaitForTheirCode() {
    TestService.Enrolled enrolled = service.enrol("totp@example.com");
    TotpRequired partial = service.loginPartially("totp@example.com");

    auth.changePassword(enrolled.signedIn().token(), PASSWORD, NEW);

    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> auth.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP));
  }

  @Test
  void aWrongCurrentPasswordChangesNothing() {
    assertRefused(
        AuthError.INCORRECT_PASSWORD, () -> auth.changePassword(signedIn.token(), "wrong", NEW));

    assertThat(service.isAlive(signedIn.token())).isTrue();
    assertThat(service.login("user@example.com")).isNotNull();
  }

  @Test
  void holdsTheNewPasswordToTheRulesOfRegistration() {
    assertRefused(
        AuthError.PASSWORD_TOO_SHORT,
        () -> auth.changePassword(signedIn.token(), PASSWORD, "7 chars"));
    assertRefused(
        AuthError.PASSWORD_TOO_LONG,
        () -> auth.changePassword(signedIn.token(), PASSWORD, "x".repeat(1025)));
  }

  @Test
  void needsALiveSession() {
    auth.logout(signedIn.token());

    assertRefused(
        AuthError.NOT_AUTHENTICATED, () -> auth.changePassword(signedIn.token(), PASSWORD, NEW));
  }

  @Test
  void passwordsDoNotExpire() {
    service.clock.advance(Duration.ofDays(3650));

    assertThat(service.login("user@example.com")).isNotNull();
  }

  @Test
  void aChangeThatWasOvertakenByAnotherIsRefusedAndOverwritesNothing() {
    SignedIn other = service.login("user@example.com");
    PasswordHasher interrupted =
        (PasswordHasher)
            Proxy.newProxyInstance(
                PasswordHasher.class.getClassLoader(),
                new Class<?>[] {PasswordHasher.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("hash")) {
                    auth.changePassword(other.token(), PASSWORD, NEW);
                  }
                  return method.invoke(service.hasher, arguments);
                });
    AuthService slow = service.with(AuthSettings.DEFAULTS, interrupted);

    assertRefused(
        AuthError.NOT_AUTHENTICATED,
        () -> slow.changePassword(signedIn.token(), PASSWORD, "this one comes too late"));

    assertThat(auth.login("user@example.com", NEW, LAPTOP)).isInstanceOf(SignedIn.class);
    assertThat(service.isAlive(signedIn.token())).isFalse();
  }

  @Test
  void theNewPasswordIsAnotherOne() {
    assertRefused(
        AuthError.INVALID_REQUEST, () -> auth.changePassword(signedIn.token(), PASSWORD, PASSWORD));
    assertThat(service.isAlive(signedIn.token())).isTrue();

    SignedIn accented = auth.register("accent@example.com", "caf\u00E9 au lait", LAPTOP);
    assertRefused(
        AuthError.INVALID_REQUEST,
        () -> auth.changePassword(accented.token(), "caf\u00E9 au lait", "cafe\u0301 au lait"));
  }
}
