package com.thogits.auth.example;

import static com.thogits.auth.example.PageUser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page in a browser: two-factor authentication from the QR code to the last recovery code. */
@ExtendWith(BrowserTests.class)
class PageTwoFactorIT {
  private static final String APP_CODE = "Code from your app";
  private static final String ANY_CODE = "Code from your app, or a recovery code";

  private PageUser user;

  @BeforeEach
  void comeAlong(PageUser fresh) {
    user = fresh;
  }

  /** Every code is used in its own step or the one before, so that no test waits for the next. */
  private static AuthenticatorApp app(String secret) {
    return new AuthenticatorApp(secret, Clock.systemUTC());
  }

  @Test
  void turnsItOnByTheQrCodeAndSignsInWithACode() throws Exception {
    user.signsUp("ann@two-factor.example").sees("Profile").follows("Turn it on");
    user.sees("Two-factor authentication").presses("Set it up").sees("Set up two-factor");
    assertThat(user.focused().getText()).isEqualTo("Set up two-factor");
    URI scanned = PhoneCamera.scan(user.picture(By.className("qr")));
    assertThat(scanned.toString())
        .startsWith("otpauth://totp/Thogits:ann@two-factor.example?secret=");
    String secret = PhoneCamera.secret(scanned);
    assertThat(user.visibleText()).contains(secret.replaceAll(".{4}(?=.)", "$0 "));
    AuthenticatorApp app = app(secret);

    user.types("Six digits", wrongCodes(app, 1).get(0)).isToldBeside("Six digits", "not right");
    user.types("Six digits", app.lastingCode()).sees("Save your recovery codes");
    user.presses("I have saved them").isTold("Two-factor is on.");

    user.presses("Sign out").sees("Sign in");
    user.signsIn("ann@two-factor.example").sees("Enter your code");
    user.reload().sees("Enter your code");
    user.open("#/profile").sees("Enter your code");
    user.types(APP_CODE, "12345").presses("Continue").isToldBeside(APP_CODE, "not right");
    String code = app.lastingCode();
    user.pastes(APP_CODE, " " + code.substring(0, 3) + " " + code.substring(3) + " ");
    user.sees("Profile");
  }

  /** Codes of no step that is near. */
  private static List<String> wrongCodes(AuthenticatorApp app, int count) {
    Set<String> near = new HashSet<>();
    for (long step = app.currentStep() - 3; step <= app.currentStep() + 3; step++) {
      near.add(app.code(step));
    }
    return IntStream.range(0, 1_000_000)
        .mapToObj(number -> String.format(Locale.ROOT, "%06d", number))
        .filter(code -> !near.contains(code))
        .limit(count)
        .toList();
  }

  @Test
  void fiveWrongCodesEndTheLogin() throws Exception {
    AuthenticatorApp app = turnOnByApi("bob@two-factor.example");
    user.signsIn("bob@two-factor.example").sees("Enter your code");
    for (String wrong : wrongCodes(app, 5)) {
      user.types(APP_CODE, wrong).isToldBeside(APP_CODE, "This code is not right.");
    }
    user.types(APP_CODE, app.lastingCode()).sees("Sign in").isTold("too many codes were wrong");
    assertThat(user.address()).isEqualTo("/#/sign-in");
  }

  private AuthenticatorApp turnOnByApi(String email) throws Exception {
    ApiClient client = user.elsewhere();
    client.register(email, PASSWORD);
    JsonNode setup = client.send("POST", "/api/auth/2fa/totp/setup").json();
    AuthenticatorApp app = app(setup.path("secret").asText());
    Map<String, String> code = Map.of("code", app.lastingCode());
    assertThat(client.send("POST", "/api/auth/2fa/totp/confirm", code).status()).isEqualTo(200);
    return app;
  }

  @Test
  void recoveryCodesAreShownOnceCopiedAndSavedAndLetOneInOnceEach(@TempDir Path downloads)
      throws Exception {
    user.signsUp("carol@two-factor.example").sees("Profile").follows("Two-factor");
    user.types("Six digits", startSetUp().lastingCode()).sees("Save your recovery codes");
    List<String> codes = shownCodes();
    assertThat(codes).hasSize(10).allMatch(code -> code.matches("([A-Z2-7]{6}-){3}[A-Z2-7]{6}"));
    assertThat(copied("Copy")).isEqualTo(String.join("\n", codes));
    assertThat(Files.readAllLines(downloaded(downloads)))
        .containsAll(codes)
        .startsWith("Recovery codes of carol@two-factor.example at Thogits");
    user.reload().sees("Two-factor authentication");
    assertThat(user.visibleText()).doesNotContain(codes);

    user.presses("Sign out").sees("Sign in");
    signInByRecoveryCode(
        "carol@two-factor.example", codes.get(3).toLowerCase(Locale.ROOT).replace('-', ' '));
    user.sees("Two-factor authentication").isTold("that recovery code is used up");
    user.presses("Sign out").sees("Sign in");
    signInByRecoveryCode("carol@two-factor.example", codes.get(3));
    user.isToldBeside("Recovery code", "This code is not right.");
    user.types("Recovery code", codes.get(4)).presses("Continue");
    user.sees("Two-factor authentication");

    user.presses("Make new recovery codes").sees("Save your recovery codes");
    assertThat(shownCodes()).hasSize(10).doesNotContainAnyElementsOf(codes);
    user.presses("I have saved them").sees("Two-factor authentication");
    user.types(ANY_CODE, codes.get(5)).presses("Turn two-factor off");
    user.isToldBeside(ANY_CODE, "This code is not right.");
  }

  private void signInByRecoveryCode(String email, String code) {
    user.signsIn(email).sees("Enter your code").follows("Use a recovery code instead");
    user.sees("Use a recovery code").types("Recovery code", code).presses("Continue");
  }

  /** An app that has the key as it is copied from the page. */
  private AuthenticatorApp startSetUp() {
    user.sees("Two-factor authentication").presses("Set it up").sees("Set up two-factor");
    return app(copied("Copy the key"));
  }

  private List<String> shownCodes() {
    return user.browser().driver().findElements(By.cssSelector(".recovery li")).stream()
        .map(WebElement::getText)
        .toList();
  }

  /** What a button puts into the clipboard. */
  private String copied(String button) {
    user.browser()
        .cdp(
            "Browser.grantPermissions",
            Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    user.presses(button).isTold("Copied.");
    return (String)
        user.browser()
            .driver()
            .executeAsyncScript("navigator.clipboard.readText().then(arguments[0]);");
  }

  private Path downloaded(Path downloads) {
    user.browser()
        .cdp(
            "Browser.setDownloadBehavior",
            Map.of("behavior", "allow", "downloadPath", downloads.toString()));
    Path file = downloads.resolve("thogits-recovery-codes.txt");
    user.presses("Download");
    user.browser().awaitThat("download", () -> Files.exists(file));
    return file;
  }

  @Test
  void turnsItOffWithACode() {
    user.signsUp("dave@two-factor.example").sees("Profile").follows("Two-factor");
    AuthenticatorApp app = startSetUp();
    user.types("Six digits", app.lastingCode()).sees("Save your recovery codes");
    user.presses("I have saved them").sees("Two-factor authentication");
    user.presses("Turn two-factor off").isToldBeside(ANY_CODE, "Enter a code.");
    user.types(ANY_CODE, app.lastingCode()).presses("Turn two-factor off");
    user.isTold("Two-factor is off.").presses("Sign out").sees("Sign in");
    user.signsIn("dave@two-factor.example").sees("Profile");
  }

  @Test
  void aSetUpCanBeCancelled() {
    user.signsUp("erin@two-factor.example").sees("Profile").follows("Two-factor");
    user.sees("Two-factor authentication").presses("Set it up").sees("Set up two-factor");
    user.presses("Cancel").sees("Two-factor authentication").presses("Sign out").sees("Sign in");
    user.signsIn("erin@two-factor.example").sees("Profile");
  }
}
