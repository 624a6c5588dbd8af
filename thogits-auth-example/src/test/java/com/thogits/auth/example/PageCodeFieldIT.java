package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** The page in a browser: the six digits of a second step, and a login that goes without them. */
@ExtendWith(BrowserTests.class)
class PageCodeFieldIT {
  private ScriptedServer server;
  private PageUser user;

  @BeforeEach
  void comeAlong(Browser browser, ScriptedServer scripted) {
    server = scripted;
    user = new PageUser(browser, server.baseUrl());
  }

  @Test
  void sixDigitsSendThemselvesOnce() {
    server.answers("POST /login", "{\"needs_2fa\": true}");
    server.refuses("POST /2fa/totp/verify", 400, "invalid_code", "The code is invalid.");
    user.signsIn("ann@example.com").sees("Enter your code");
    WebElement field = user.field("Code from your app");
    assertThat(field.getDomAttribute("inputmode")).isEqualTo("numeric");
    assertThat(field.getDomAttribute("autocomplete")).isEqualTo("one-time-code");
    user.types("Code from your app", "12 34 5");
    assertThat(server.count("POST /2fa")).isZero();
    field.sendKeys("6");
    user.isToldBeside("Code from your app", "This code is not right.");
    // The same six are not tried again by themselves, and no more than six are cut to six.
    user.types("Code from your app", "123456").types("Code from your app", "1234567");
    user.pastes("Code from your app", "\t987 654 ").isAnswered();
    user.isToldBeside("Code from your app", "This code is not right.");
    assertThat(server.requests())
        .filteredOn(request -> request.startsWith("POST /2fa"))
        .containsExactly(
            "POST /2fa/totp/verify {\"code\":\"123456\"}",
            "POST /2fa/totp/verify {\"code\":\"987654\"}");
  }

  @Test
  void lockedCodesLeadToARecoveryCode() {
    server.answers("POST /login", "{\"needs_2fa\": true}");
    server.refuses("POST /2fa/totp/verify", 403, "totp_locked", "Locked.");
    user.signsIn("ann@example.com").sees("Enter your code").types("Code from your app", "123456");
    user.isToldInTheForm("Codes are locked after too many wrong ones. Use a recovery code.");
    user.follows("Use a recovery code instead").sees("Use a recovery code");
  }

  @Test
  void aSecondStepThatWaitedTooLongLeadsToSignIn() {
    server.answers("POST /login", "{\"needs_2fa\": true}");
    server.refuses("POST /2fa/totp/verify", 401, "no_partial_session", "Log in first.");
    user.signsIn("ann@example.com").sees("Enter your code").types("Code from your app", "123456");
    user.sees("Sign in").isTold("This took too long");
    user.open("#/second-step").sees("Sign in");
  }
}
