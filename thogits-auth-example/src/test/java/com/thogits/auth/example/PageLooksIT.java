package com.thogits.auth.example;

import static com.thogits.auth.example.PageUser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Every view of the page, as it looks, and what it looks like to those who see it otherwise. */
@ExtendWith(BrowserTests.class)
class PageLooksIT {
  private static final String LONG_ADDRESS =
      "a-rather-long-address.of-somebody@department.looks.example";

  private Browser browser;
  private ViewCheck view;

  @BeforeEach
  void comeAlong(Browser fresh) {
    browser = fresh;
    view = new ViewCheck(browser);
  }

  @Test
  void everyViewOfAnAccount(PageUser user) throws Exception {
    user.open("").sees("Sign in");
    view.look("sign-in");
    user.presses("Sign in").isToldBeside("E-mail address", "Enter");
    view.look("sign-in-empty");
    user.types("E-mail address", "ann@looks.example").types("Password", "not this one");
    user.presses("Sign in").isToldInTheForm("is wrong");
    view.look("sign-in-wrong");
    user.follows("Create an account").sees("Create an account");
    view.look("sign-up");
    user.types("E-mail address", "ann@looks.example").types("Password", "short");
    user.presses("Create account").isToldBeside("Password", "at least 8");
    view.look("sign-up-short");
    user.types("Password", PASSWORD).presses("Create account").isTold("Welcome.");
    view.look("profile");
    user.follows("Password").sees("Change your password");
    view.look("password");
    user.follows("Two-factor").sees("Two-factor authentication");
    view.look("two-factor-off");
    user.presses("Set it up").sees("Set up two-factor");
    view.look("two-factor-set-up");
    String secret = browser.driver().findElement(By.className("secret")).getText().replace(" ", "");
    AuthenticatorApp app = new AuthenticatorApp(secret, Clock.systemUTC());
    user.types("Six digits", app.lastingCode()).sees("Save your recovery codes");
    view.look("recovery-codes");
    user.presses("I have saved them").isTold("Two-factor is on.");
    view.look("two-factor-on");
    user.follows("Sessions").sees("Sessions").isAnswered();
    view.look("sessions-alone");
    user.presses("Sign out").isTold("You are signed out.");
    view.look("signed-out");
    user.signsIn("ann@looks.example").sees("Enter your code");
    view.look("second-step");
    user.follows("Use a recovery code instead").sees("Use a recovery code");
    view.look("second-step-recovery");
  }

  @Test
  void severalSessionsAndALongName(PageUser user) throws Exception {
    user.signsUp(LONG_ADDRESS).sees("Profile");
    user.types("Name", "Donaudampfschifffahrtsgesellschaftskapitän".repeat(2)).presses("Save");
    user.isTold("Your name is saved.");
    view.look("profile-long");
    for (String agent : List.of("curl/8.5.0", "Mozilla/5.0 Firefox/140.0", "x".repeat(200))) {
      user.elsewhere().with("User-Agent", agent).login(LONG_ADDRESS, PASSWORD);
    }
    user.follows("Sessions").sees("Sessions").isAnswered();
    view.look("sessions");
  }

  @Test
  void whatIsSeldomSeen(ScriptedServer server) throws Exception {
    PageUser user = new PageUser(browser, server.baseUrl());
    server.refusesFor(900, "POST /login", 429, "too_many_attempts");
    user.open("").sees("Sign in");
    server.hold();
    user.types("E-mail address", "ann@looks.example").types("Password", PASSWORD);
    user.presses("Sign in").button("Signing in…");
    view.look("busy");
    server.release();
    user.isToldInTheForm("Too many attempts.");
    view.look("waiting");
    server.refusesFor(5, "GET /me", 503, "overloaded");
    user.reload().sees("Not available right now");
    view.look("out-of-order");
    server.answers("GET /me", ScriptedServer.ANN_WITH_TOTP);
    server.refuses("POST /2fa/recovery-codes", 403, "reauthentication_required", "Please.");
    user.reload();
    user.open("#/two-factor").sees("Two-factor authentication");
    user.presses("Make new recovery codes");
    assertThat(user.dialog()).isNotEmpty();
    view.look("proof");
    server.refuses("GET /me", 403, "password_change_required", "Please choose a new one.");
    user.reload().sees("Choose a new password");
    view.look("password-required");
  }

  @Test
  void withoutScriptsItSaysSo(ScriptedServer server) throws Exception {
    browser.cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.driver().get(server.baseUrl());
    assertThat(browser.driver().findElement(By.tagName("h1")).getText())
        .isEqualTo("Scripts are off");
    browser.cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    browser.driver().navigate().refresh();
  }

  @Test
  void motionIsLeftOutForWhoDoesNotWantIt(ScriptedServer server) throws Exception {
    PageUser user = new PageUser(browser, server.baseUrl());
    String durations =
        "return [...new Set([...document.querySelectorAll('*')]"
            + ".map(element => getComputedStyle(element).transitionDuration))].sort();";
    user.open("").sees("Sign in");
    assertThat(browser.texts(durations)).containsExactly("0.12s, 0.12s", "0s");
    ViewCheck.theme(browser, "light");
    assertThat(browser.texts(durations)).containsExactly("0s");
  }
}
