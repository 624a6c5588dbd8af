package org.example.payouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.thogits.auth.AuthError;
import com.thogits.auth.AuthException;
import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.SessionToken;
import com.thogits.auth.TotpRequired;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.memory.MemoryStores;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PayoutsTest {
  private static final String EMAIL = "user@example.com";
  private static final String PASSWORD = "securepass123";
  private static final Client CLIENT = Client.at("192.0.2.1");

  private final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00Z"));
  private final AuthService auth = MemoryStores.authService().clock(clock).build();
  private final Payouts payouts = new Payouts(auth, clock);

  @Test
  void paysWhoGaveACodeAMomentAgo() {
    SessionToken token = auth.register(EMAIL, PASSWORD, CLIENT).token();
    TotpSecret secret = TotpSecret.ofBase32(auth.setupTotp(token).secret());
    token = auth.confirmTotp(token, code(secret)).token();

    assertEquals(EMAIL, payouts.payOut(token));
  }

  @Test
  void asksForTheSecondFactor() {
    SessionToken token = auth.register(EMAIL, PASSWORD, CLIENT).token();

    assertThrows(IllegalStateException.class, () -> payouts.payOut(token));
  }

  @Test
  void asksAgainAfterAWhile() {
    SessionToken token = auth.register(EMAIL, PASSWORD, CLIENT).token();
    TotpSecret secret = TotpSecret.ofBase32(auth.setupTotp(token).secret());
    SessionToken proven = auth.confirmTotp(token, code(secret)).token();

    clock.advance(Duration.ofMinutes(6));
    assertThrows(IllegalStateException.class, () -> payouts.payOut(proven));

    SessionToken again = auth.reauthenticate(proven, PASSWORD, code(secret)).token();
    assertEquals(EMAIL, payouts.payOut(again));
  }

  @Test
  void paysNobodyWhoseSessionHasEnded() {
    SessionToken token = auth.register(EMAIL, PASSWORD, CLIENT).token();
    clock.advance(Duration.ofDays(30));

    AuthException refused = assertThrows(AuthException.class, () -> payouts.payOut(token));
    assertEquals(AuthError.NOT_AUTHENTICATED, refused.error());
  }

  @Test
  void aLoginNeedsACodeThatWasNotUsedBefore() {
    SessionToken token = auth.register(EMAIL, PASSWORD, CLIENT).token();
    TotpSecret secret = TotpSecret.ofBase32(auth.setupTotp(token).secret());
    String used = code(secret);
    auth.confirmTotp(token, used);

    TotpRequired login = assertInstanceOf(TotpRequired.class, auth.login(EMAIL, PASSWORD, CLIENT));
    AuthException refused =
        assertThrows(AuthException.class, () -> auth.verifyTotp(login.token(), used, CLIENT));
    assertEquals(AuthError.INVALID_CODE, refused.error());

    clock.advance(Duration.ofSeconds(30));
    token = auth.verifyTotp(login.token(), code(secret), CLIENT).token();
    assertEquals(EMAIL, payouts.payOut(token));
  }

  /** What an authenticator app shows now. */
  private String code(TotpSecret secret) {
    return Totp.AUTHENTICATOR_APPS.generate(secret, clock.instant());
  }
}
