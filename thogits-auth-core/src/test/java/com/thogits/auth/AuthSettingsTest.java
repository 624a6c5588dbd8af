package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuthSettingsTest {
  private static final AuthSettings DEFAULTS = AuthSettings.DEFAULTS;

  @Test
  void defaultsAreTheDocumentedOnes() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new AuthSettings(
                "Thogits",
                8,
                Duration.ofDays(30),
                Duration.ofDays(7),
                Duration.ofMinutes(5),
                100,
                Duration.ofMinutes(10),
                false,
                false,
                AttemptLimits.DEFAULTS));
    assertThat(AttemptLimits.DEFAULTS)
        .isEqualTo(
            new AttemptLimits(
                10,
                10,
                100,
                5,
                Duration.ofMinutes(15),
                100,
                Duration.ofMinutes(15),
                300,
                Duration.ofHours(1)));
  }

  @Test
  void eachChangeIsOneSetting() {
    AttemptLimits limits =
        AttemptLimits.DEFAULTS
            .withFreePasswordFailures(1)
            .withFreeCodeFailures(2)
            .withCodeFailuresUntilLock(3)
            .withCodesPerPartialSession(4)
            .withLongestWait(Duration.ofMinutes(5))
            .withLoginFailuresPerAddress(6)
            .withLoginWindow(Duration.ofMinutes(7))
            .withRegistrationsPerAddress(8)
            .withRegistrationWindow(Duration.ofMinutes(9));
    AuthSettings changed =
        DEFAULTS
            .withIssuer("Acme")
            .withMinimumPasswordLength(15)
            .withSessionLifetime(Duration.ofDays(1))
            .withSessionIdleLimit(Duration.ofHours(1))
            .withPartialSessionLifetime(Duration.ofMinutes(2))
            .withMaximumSessions(3)
            .withFreshness(Duration.ofMinutes(4))
            .withFreshSessionForChanges(true)
            .withTotpRequired(true)
            .withLimits(limits);

    assertThat(limits)
        .isEqualTo(
            new AttemptLimits(
                1,
                2,
                3,
                4,
                Duration.ofMinutes(5),
                6,
                Duration.ofMinutes(7),
                8,
                Duration.ofMinutes(9)));
    assertThat(changed)
        .isEqualTo(
            new AuthSettings(
                "Acme",
                15,
                Duration.ofDays(1),
                Duration.ofHours(1),
                Duration.ofMinutes(2),
                3,
                Duration.ofMinutes(4),
                true,
                true,
                limits));
  }

  @Test
  void aSettingOutOfRangeIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withIssuer("a:b"))
        .withMessageContaining("issuer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withIssuer(" "))
        .withMessageContaining("issuer");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withMinimumPasswordLength(7))
        .withMessageContaining("minimumPasswordLength");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withSessionLifetime(Duration.ZERO))
        .withMessageContaining("sessionLifetime");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withSessionIdleLimit(Duration.ofDays(4000)))
        .withMessageContaining("sessionIdleLimit");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withPartialSessionLifetime(Duration.ofSeconds(-1)))
        .withMessageContaining("partialSessionLifetime");
  }

  @Test
  void misuseNamesTheParameter() {
    AuthService auth =
        AuthService.builder(
                new MemoryUserStore(),
                new MemorySessionStore(),
                new MemoryAttemptStore(),
                KeyRing.generate(new SecureRandom()))
            .hasher(TestService.quick(1))
            .build();

    assertThatNullPointerException()
        .isThrownBy(() -> auth.register(null, "password", TestService.LAPTOP))
        .withMessage("email");
    assertThatNullPointerException()
        .isThrownBy(() -> auth.login("user@example.com", null, TestService.LAPTOP))
        .withMessage("password");
    assertThatNullPointerException().isThrownBy(() -> auth.me(null)).withMessage("token");
  }
}
