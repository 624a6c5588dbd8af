package com.thogits.auth.example;

import static com.thogits.auth.example.PageUser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** The page in a browser: passwords. */
@ExtendWith(BrowserTests.class)
class PagePasswordsIT {
  private static final String NEW_PASSWORD = "pferd akku heftklammer";

  private PageUser user;

  @BeforeEach
  void comeAlong(PageUser fresh) {
    user = fresh;
  }

  @Test
  void changesThePasswordAndStaysSignedInHereAlone() throws Exception {
    user.signsUp("carol@passwords.example").sees("Profile");
    ApiClient elsewhere = user.elsewhere();
    elsewhere.login("carol@passwords.example", PASSWORD);
    user.follows("Password").sees("Change your password");
    user.types("Current password", "not this one").types("New password", NEW_PASSWORD);
    user.presses("Change password").isToldBeside("Current password", "This is not your password.");
    user.types("Current password", PASSWORD).types("New password", PASSWORD);
    user.presses("Change password").isToldBeside("New password", "must differ from the current");
    user.types("New password", NEW_PASSWORD).presses("Change password");
    user.isTold("Your password is changed.");
    assertThat(user.field("New password").getDomProperty("value")).isEmpty();
    user.reload().sees("Change your password");
    assertThat(elsewhere.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(user.elsewhere().login("carol@passwords.example", NEW_PASSWORD).status())
        .isEqualTo(200);
  }

  @Test
  void manyWrongPasswordsMakeTheButtonWait() throws Exception {
    user.elsewhere().register("grace@passwords.example", PASSWORD);
    for (int i = 0; i < 10; i++) {
      user.elsewhere().login("grace@passwords.example", "wrong-" + PASSWORD);
    }
    user.open("#/sign-in").sees("Sign in");
    // The first waits are so short that one may be over by now.
    for (int i = 0; !user.visibleText().contains("Too many attempts."); i++) {
      assertThat(i).isLessThan(20);
      user.types("E-mail address", "grace@passwords.example").types("Password", "wrong-" + i);
      user.presses("Sign in").isAnswered();
    }
    assertThat(user.visibleText()).containsPattern("Try again in \\d+ seconds?\\.");
    user.isTold("You can try again now.");
    user.types("Password", PASSWORD).presses("Sign in").sees("Profile");
  }

  /** ASVS 6.2.6 and 6.2.7. */
  @Test
  void passwordsAreMaskedCanBeShownAndCanBePasted() {
    user.open("#/sign-in").sees("Sign in").pastes("Password", PASSWORD);
    WebElement password = user.field("Password");
    assertThat(password.getDomProperty("value")).isEqualTo(PASSWORD);
    assertThat(password.getDomAttribute("type")).isEqualTo("password");
    WebElement reveal = user.button("Show");
    assertThat(reveal.getAccessibleName()).isEqualTo("Show password");
    user.presses("Show");
    assertThat(password.getDomAttribute("type")).isEqualTo("text");
    user.presses("Hide");
    assertThat(password.getDomAttribute("type")).isEqualTo("password");
  }

  @Test
  void passwordManagersAreToldWhatTheFieldsAre() {
    user.open("#/sign-in").sees("Sign in");
    assertThat(autocompletes()).containsExactly("username", "current-password");
    user.follows("Create an account").sees("Create an account");
    assertThat(autocompletes()).containsExactly("username", "new-password");
    user.signsUp("heidi@passwords.example").sees("Profile").follows("Password");
    user.sees("Change your password");
    assertThat(autocompletes()).containsExactly("username", "current-password", "new-password");
  }

  private List<String> autocompletes() {
    return user.browser()
        .texts("return [...document.querySelectorAll('input')].map(input => input.autocomplete);");
  }
}
