package com.thogits.auth.example;

import static com.thogits.auth.example.ScriptedServer.ANN;
import static com.thogits.auth.example.ScriptedServer.ANN_WITH_TOTP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a browser, when the server demands something before it goes on. */
@ExtendWith(BrowserTests.class)
class PageDemandsIT {
  private ScriptedServer server;
  private PageUser user;

  @BeforeEach
  void comeAlong(Browser browser, ScriptedServer scripted) {
    server = scripted;
    user = new PageUser(browser, server.baseUrl());
  }

  @Test
  void aPasswordThatHasToBeChangedIsAllThereIs() {
    server.refuses("GET /me", 403, "password_change_required", "Please choose a new password.");
    user.open("#/sessions").sees("Choose a new password");
    assertThat(sections()).isEmpty();
    user.open("#/profile").sees("Choose a new password");
    server.answers("POST /password", "{\"message\": \"Password updated\"}");
    server.answers("GET /me", ANN);
    user.types("Current password", "the old one").types("New password", "zu blau fern");
    user.presses("Change password").sees("Change your password").isTold("is changed.");
    assertThat(sections()).containsExactly("Profile", "Password", "Two-factor", "Sessions");
  }

  @Test
  void twoFactorThatHasToBeSetUpIsAllThereIs() {
    server.answers("GET /me", ANN);
    server.refuses("PUT /profile", 403, "totp_required", "Please set up two-factor first.");
    user.open("").sees("Profile").presses("Save").sees("Two-factor authentication");
    user.isTold("Please set up two-factor first.");
    assertThat(sections()).isEmpty();
  }

  private List<String> sections() {
    return user.browser().driver().findElements(By.cssSelector("nav a")).stream()
        .map(WebElement::getText)
        .toList();
  }

  @Test
  void whatAsksForProofIsDoneAfterIt() {
    server.answers("GET /me", ANN_WITH_TOTP);
    server.answers("POST /2fa/recovery-codes", "{\"recovery_codes\": [\"AAAAAA-BBBBBB\"]}");
    server.answers("POST /reauthenticate", "{\"message\": \"Confirmed\"}");
    user.open("#/two-factor").sees("Two-factor authentication");
    asksForProof();
    user.presses("Make new recovery codes");
    assertThat(user.dialog()).startsWith("Please confirm that it is you");
    user.focused().sendKeys(Keys.ESCAPE);
    user.isAnswered();
    assertThat(user.focused().getText()).isEqualTo("Make new recovery codes");
    assertThat(server.count("POST /2fa/recovery-codes")).isEqualTo(1);

    asksForProof();
    user.presses("Make new recovery codes").presses("Cancel").isAnswered();
    assertThat(server.count("POST /2fa/recovery-codes")).isEqualTo(2);

    asksForProof();
    server.refusesOnce("POST /reauthenticate", 400, "invalid_code", "No.");
    server.refusesOnce("POST /reauthenticate", 401, "incorrect_password", "No.");
    user.presses("Make new recovery codes").types("Password", "not this one");
    user.presses("Confirm").isToldBeside("Code from your app", "Enter the six digits.");
    user.types("Code from your app", "123 456").presses("Confirm");
    user.isToldBeside("Password", "This is not your password.");
    user.types("Password", "zu blau fern").presses("Confirm");
    user.isToldBeside("Code from your app", "This code is not right.");
    user.presses("Confirm").sees("Save your recovery codes");
    assertThat(server.requests())
        .contains("POST /reauthenticate {\"password\":\"zu blau fern\",\"code\":\"123456\"}");
    assertThat(server.count("POST /2fa/recovery-codes")).isEqualTo(4);
  }

  private void asksForProof() {
    server.refusesOnce(
        "POST /2fa/recovery-codes", 403, "reauthentication_required", "Please confirm.");
  }

  @Test
  void aSessionThatEndsDuringTheProofLeadsToSignIn() {
    server.answers("GET /me", ANN);
    server.refuses("POST /password", 403, "reauthentication_required", "Please confirm.");
    server.refuses("POST /reauthenticate", 401, "not_authenticated", "Please log in.");
    user.open("#/password").sees("Change your password");
    user.types("Current password", "zu blau fern").types("New password", "gelb nah laut");
    user.presses("Change password").types("Password", "zu blau fern").presses("Confirm");
    user.sees("Sign in").isTold("Your session has ended.");
    assertThat(user.browser().driver().findElements(By.tagName("dialog"))).isEmpty();
  }
}
