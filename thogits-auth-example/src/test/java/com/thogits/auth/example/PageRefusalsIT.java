package com.thogits.auth.example;

import static com.thogits.auth.example.ScriptedServer.ANN;
import static com.thogits.auth.example.ScriptedServer.ANN_WITH_TOTP;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page in a browser, over answers that are hard to get from a server that is well. */
@ExtendWith(BrowserTests.class)
class PageRefusalsIT {
  private ScriptedServer server;
  private PageUser user;

  @BeforeEach
  void comeAlong(Browser browser, ScriptedServer scripted) {
    server = scripted;
    user = new PageUser(browser, server.baseUrl());
  }

  @Test
  void everyRefusalIsToldInWords() {
    user.open("#/sign-in").sees("Sign in");
    user.types("E-mail address", "ann@example.com").types("Password", "any password");
    List<String> codes =
        new ArrayList<>(Stream.of(AuthError.values()).map(AuthError::code).toList());
    codes.addAll(
        List.of(
            "invalid_json",
            "cross_site",
            "method_not_allowed",
            "body_too_large",
            "unsupported_media_type",
            "internal_error",
            "one_that_is_yet_to_come"));
    // These lead to other views, each in a test of its own.
    codes.removeAll(
        List.of(
            "not_authenticated",
            "no_partial_session",
            "password_change_required",
            "totp_required"));
    for (String code : codes) {
      server.refuses("POST /login", 400, code, "The sentence of " + code + " for a person.");
      user.presses("Sign in").isAnswered();
      String told = user.visibleText();
      assertThat(told.replaceAll("The sentence of \\w+ for a person\\.", ""))
          .as(code)
          .doesNotContain(code);
      assertThat(
              user.browser().driver().findElements(By.cssSelector(".problem, .wrong")).stream()
                  .map(WebElement::getText)
                  .filter(text -> text.length() > 10))
          .as(code)
          .hasSize(1);
    }
  }

  @Test
  void whoeverAnswersSomethingElseIsToldOfInWordsToo() {
    for (int status : new int[] {200, 302, 404, 502}) {
      server.answers("POST /login", status, "<h1>Bad gateway</h1>", Map.of());
      user.signsIn("ann@example.com")
          .isToldInTheForm("Something went wrong. Please try again later.");
    }
    server.answers("POST /login", 500, "", Map.of());
    user.signsIn("ann@example.com").isToldInTheForm("Something went wrong.");
  }

  @Test
  void aServerThatIsGoneIsToldOfAndTriedAgain() {
    user.open("#/sign-in").sees("Sign in").types("E-mail address", "ann@example.com");
    user.types("Password", "any password");
    offline(true);
    user.presses("Sign in").isToldInTheForm("The server can’t be reached. Check your connection");
    offline(false);
    server.answers("POST /login", ANN);
    server.answers("GET /me", ANN);
    user.presses("Sign in").sees("Profile");
    offline(true);
    user.follows("Sessions").sees("Sessions").isAnswered();
    assertThat(user.visibleText()).contains("The server can’t be reached.");
    offline(false);
    server.answers("GET /sessions", "{\"sessions\": []}");
    user.presses("Try again").isAnswered();
    assertThat(user.visibleText()).contains("You are signed in nowhere else.");
    user.browser().complaints();
  }

  @Test
  void aPageThatFindsNoApiCanBeTriedAgain() {
    server.refusesFor(1, "GET /me", 503, "overloaded");
    user.open("").sees("Not available right now");
    assertThat(user.visibleText()).contains("The service is busy.");
    server.answers("GET /me", ANN);
    user.presses("Try again").sees("Profile");
  }

  private void offline(boolean isOffline) {
    user.browser().cdp("Network.enable", Map.of());
    user.browser()
        .cdp(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline",
                isOffline,
                "latency",
                0,
                "downloadThroughput",
                -1,
                "uploadThroughput",
                -1));
  }

  @Test
  void twoFactorIsOnEvenIfItsRecoveryCodesCouldNotBeMade() {
    server.answers("GET /me", ANN);
    server.answers(
        "POST /2fa/totp/setup",
        "{\"secret\": \"JBSWY3DPEHPK3PXP\", \"qr_code\": \"data:image/png;base64,AAAA\"}");
    server.answers("POST /2fa/totp/confirm", "{\"message\": \"TOTP confirmed\"}");
    server.refusesFor(5, "POST /2fa/recovery-codes", 503, "overloaded");
    user.open("#/two-factor").sees("Two-factor authentication").presses("Set it up");
    user.sees("Set up two-factor");
    server.answers("GET /me", ANN_WITH_TOTP);
    user.types("Six digits", "123456").sees("Two-factor authentication");
    user.isTold("Two-factor is on, but there are no recovery codes yet.");
    user.button("Make new recovery codes");
  }

  @Test
  void whatTheBrowserDoesNotCopyIsSelected() {
    server.answers("GET /me", ANN_WITH_TOTP);
    server.answers(
        "POST /2fa/recovery-codes", "{\"recovery_codes\": [\"AAAAAA-BBBBBB\", \"CCCCCC\"]}");
    user.open("#/two-factor").sees("Two-factor authentication");
    user.presses("Make new recovery codes").sees("Save your recovery codes");
    user.browser().script("navigator.clipboard.writeText = () => Promise.reject(new Error());");
    user.presses("Copy").isTold("The text is selected: copy it by hand.");
    assertThat(String.valueOf(user.browser().script("return String(getSelection());")).split("\n"))
        .containsExactly("AAAAAA-BBBBBB", "CCCCCC");
  }
}
