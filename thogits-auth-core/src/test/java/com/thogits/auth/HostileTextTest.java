package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.thogits.auth.crypto.KeyRing;
import java.security.SecureRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are long, or made to keep an expression busy (ASVS 1.3.12). */
class HostileTextTest {
  private static final int LENGTH = 100_000;

  private final TestService service = new TestService();

  /** The limit is a net under the test: a reader that needs time by the square takes minutes. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a", ".", "a.", "@", "\"", "\\", "-", " ", "1 ", "\u0301", "=", "\uD83D\uDE00"})
  @Timeout(value = 20, unit = SECONDS)
  void longTextsAreRefusedAtOnce(String piece) {
    String text = piece.repeat(LENGTH / piece.length());
    SessionToken token = service.register("user@example.com").token();
    assertRefused(
        AuthError.INVALID_EMAIL,
        () -> service.auth.register(text + "@b.example", PASSWORD, LAPTOP));
    assertRefused(
        AuthError.INVALID_EMAIL, () -> service.auth.register("a@" + text, PASSWORD, LAPTOP));
    assertRefused(AuthError.INVALID_CREDENTIALS, () -> service.auth.login(text, PASSWORD, LAPTOP));
    assertRefused(
        AuthError.INVALID_CREDENTIALS, () -> service.auth.login("user@example.com", text, LAPTOP));
    service.auth.setupTotp(token);
    assertRefused(AuthError.INVALID_CODE, () -> service.auth.confirmTotp(token, text));
    Assertions.assertThat(RecoveryCode.parse(text)).isEmpty();
    Assertions.assertThat(SessionToken.parse(text)).isEmpty();
    Assertions.assertThat(DeviceToken.parse(text)).isEmpty();
  }

  @Test
  @Timeout(value = 20, unit = SECONDS)
  void aLongKeyRingIsRefusedAtOnce() {
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyRing.parse("1 " + "A".repeat(LENGTH), new SecureRandom()));
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyRing.parse("1" + " \t".repeat(LENGTH), new SecureRandom()));
  }
}
