package com.thogits.auth.example;

import static com.thogits.auth.example.PageUser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page in a browser: accounts, and staying signed in. */
@ExtendWith(BrowserTests.class)
class PageAccountIT {
  private static final String NEW_PASSWORD = "pferd akku heftklammer";

  private PageUser user;

  @BeforeEach
  void comeAlong(PageUser fresh) {
    user = fresh;
  }

  @Test
  void signsUpOutAndInAgain() {
    user.open("").sees("Sign in").follows("Create an account").sees("Create an account");
    user.types("E-mail address", "ann@account.example").types("Password", PASSWORD);
    user.presses("Create account").sees("Profile").isTold("Your account is ready.");
    assertThat(user.visibleText()).contains("ann@account.example");
    user.presses("Sign out").sees("Sign in").isTold("You are signed out.");
    user.open("#/profile").sees("Sign in");
    user.signsIn("ann@account.example").sees("Profile");
  }

  @Test
  void whatIsWrongStandsBesideItsField() throws Exception {
    user.elsewhere().register("taken@account.example", PASSWORD);
    user.open("#/sign-up").sees("Create an account").presses("Create account");
    user.isToldBeside("E-mail address", "Enter your e-mail address.");
    user.types("E-mail address", "nobody").presses("Create account");
    user.isToldBeside("Password", "Choose a password.");
    user.types("Password", PASSWORD).presses("Create account");
    user.isToldBeside("E-mail address", "This is not an e-mail address.");
    user.types("E-mail address", "taken@account.example").presses("Create account");
    user.isToldBeside("E-mail address", "There is an account with this address already.");
    user.types("Password", "short").presses("Create account");
    user.isToldBeside("Password", "at least 8 characters");
    user.types("Password", "password1").presses("Create account");
    user.isToldBeside("Password", "Many people use this password");
    user.follows("Sign in").sees("Sign in").types("E-mail address", "taken@account.example");
    user.types("Password", "not this one").presses("Sign in");
    user.isToldInTheForm("The e-mail address or the password is wrong.");
    user.types("Password", PASSWORD).presses("Sign in").sees("Profile");
  }

  @Test
  void choosesANameAndGivesItUp() {
    user.signsUp("bob@account.example").sees("Profile");
    user.types("Name", "x".repeat(101)).presses("Save");
    user.isToldBeside("Name", "The name may have at most 100 characters.");
    user.types("Name", "  Bob  ").presses("Save").isTold("Your name is saved.");
    assertThat(user.field("Name").getDomProperty("value")).isEqualTo("Bob");
    user.reload().sees("Profile");
    assertThat(user.name()).isEqualTo("Bob");
    user.types("Name", "").presses("Save").isTold("Your name is saved.");
    assertThat(user.name()).isEqualTo("bob@account.example");
  }

  @Test
  void everyViewHasAnAddressATitleAndTheFocus() {
    user.signsUp("dave@account.example").sees("Profile");
    for (String[] view :
        new String[][] {
          {"Password", "Change your password", "#/password", "Password"},
          {"Two-factor", "Two-factor authentication", "#/two-factor", "Two-factor authentication"},
          {"Sessions", "Sessions", "#/sessions", "Sessions"},
          {"Profile", "Profile", "#/profile", "Profile"}
        }) {
      user.follows(view[0]).sees(view[1]);
      assertThat(user.address()).isEqualTo("/" + view[2]);
      assertThat(user.title()).isEqualTo(view[3] + " · Thogits");
      assertThat(user.focused().getText()).isEqualTo(view[1]);
    }
    user.browser().driver().navigate().back();
    user.sees("Sessions");
    user.browser().driver().navigate().back();
    user.sees("Two-factor authentication");
    user.browser().driver().navigate().forward();
    user.sees("Sessions").reload().sees("Sessions");
    user.open("#/sign-in").sees("Profile");
    user.open("#/nothing").sees("Profile");
  }

  @Test
  void aSessionThatEndedElsewhereLeadsToSignInAndBack() throws Exception {
    user.signsUp("erin@account.example").sees("Profile").follows("Password");
    user.sees("Change your password");
    ApiClient elsewhere = user.elsewhere();
    elsewhere.login("erin@account.example", PASSWORD);
    elsewhere.send("POST", "/api/auth/sessions/end-others");
    user.types("Current password", PASSWORD).types("New password", NEW_PASSWORD);
    user.presses("Change password").sees("Sign in").isTold("Your session has ended.");
    user.types("E-mail address", "erin@account.example").types("Password", PASSWORD);
    user.presses("Sign in").sees("Change your password");
  }

  @Test
  void whoSignsOutOfAnEndedSessionIsOut() throws Exception {
    user.signsUp("frank@account.example").sees("Profile");
    ApiClient elsewhere = user.elsewhere();
    elsewhere.login("frank@account.example", PASSWORD);
    elsewhere.send("POST", "/api/auth/sessions/end-others");
    user.presses("Sign out").sees("Sign in").isTold("You are signed out.");
  }

  @Test
  void addressesAreSentAsTheyWereTyped() throws Exception {
    user.signsUp(" grüße@bücher.example ").sees("Profile");
    assertThat(user.visibleText()).contains("grüße@bücher.example");
    assertThat(user.elsewhere().login("grüße@bücher.example", PASSWORD).status()).isEqualTo(200);
  }
}
