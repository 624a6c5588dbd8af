package com.thogits.auth.example;

import static com.thogits.auth.example.ScriptedServer.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a browser, while it waits for an answer or has been asked to wait. */
@ExtendWith(BrowserTests.class)
class PageWaitsIT {
  private ScriptedServer server;
  private PageUser user;

  @BeforeEach
  void comeAlong(Browser browser, ScriptedServer scripted) {
    server = scripted;
    user = new PageUser(browser, server.baseUrl());
  }

  @Test
  void aFormIsSentOnceHoweverOftenItsButtonIsPressed() {
    server.answers("POST /login", ANN);
    user.open("#/sign-in").sees("Sign in").types("E-mail address", "ann@example.com");
    user.types("Password", "any password");
    server.hold();
    user.presses("Sign in");
    WebElement button = user.button("Signing in…");
    assertThat(button.getDomAttribute("aria-busy")).isEqualTo("true");
    assertThat(button.getDomAttribute("aria-disabled")).isEqualTo("true");
    button.click();
    user.field("Password").sendKeys(Keys.ENTER);
    button.click();
    server.answers("GET /me", ANN);
    server.release();
    user.sees("Profile");
    assertThat(server.count("POST /login")).isEqualTo(1);
  }

  @Test
  void nothingIsSentWhileTheServerAsksToWait() {
    server.refusesFor(900, "POST /login", 429, "too_many_attempts");
    user.signsIn("ann@example.com").isToldInTheForm("Too many attempts. Try again in 15 minutes.");
    WebElement button = user.button("Wait 15 minutes");
    assertThat(button.getDomAttribute("aria-disabled")).isEqualTo("true");
    button.click();
    user.field("Password").sendKeys(Keys.ENTER);
    assertThat(server.count("POST /login")).isEqualTo(1);
  }

  @Test
  void theEndOfAWaitIsTold() {
    server.refusesFor(1, "POST /login", 503, "overloaded");
    user.signsIn("ann@example.com").isTold("You can try again now.");
    assertThat(user.visibleText()).doesNotContain("The service is busy.");
    server.refusesFor(900, "POST /login", 503, "overloaded");
    user.presses("Sign in").isToldInTheForm("The service is busy. Try again in 15 minutes.");
  }
}
