package com.thogits.auth.example;

import static com.thogits.auth.example.PageUser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a browser, without a mouse and without looking at it. */
@ExtendWith(BrowserTests.class)
class PageKeyboardIT {
  private PageUser user;

  @BeforeEach
  void comeAlong(PageUser fresh) {
    user = fresh;
  }

  private void press(CharSequence... keys) {
    user.focused().sendKeys(keys);
  }

  /** Goes on with the tab key until something of this name has the focus. */
  private PageKeyboardIT tabTo(String name) {
    List<String> passed = new ArrayList<>();
    while (true) {
      press(Keys.TAB);
      String reached = user.focused().getAccessibleName();
      assertThat(focusIsVisible()).as("focus on " + reached).isTrue();
      if (reached.equals(name)) {
        return this;
      }
      passed.add(reached);
      assertThat(passed).as("on the way to " + name).hasSizeLessThan(20);
    }
  }

  private boolean focusIsVisible() {
    return (Boolean)
        user.browser()
            .script(
                "const style = getComputedStyle(document.activeElement);"
                    + "return style.outlineStyle !== 'none'"
                    + " && parseFloat(style.outlineWidth) >= 2;");
  }

  @Test
  void signsInAndOutByKeyboardAlone() throws Exception {
    user.elsewhere().register("ann@keyboard.example", PASSWORD);
    user.open("").sees("Sign in");
    tabTo("E-mail address").press("ann@keyboard.example");
    tabTo("Password").press("not this one", Keys.ENTER);
    user.isToldInTheForm("is wrong");
    assertThat(user.focused().getAccessibleName()).isEqualTo("Password");
    press(PASSWORD, Keys.ENTER);
    user.sees("Profile");
    assertThat(user.focused().getText()).isEqualTo("Profile");
    tabTo("Name").press("Ann", Keys.ENTER);
    user.isTold("Your name is saved.");
    assertThat(user.focused().getAccessibleName()).isEqualTo("Name");
    user.reload().sees("Profile");
    tabTo("Sign out").press(Keys.ENTER);
    user.sees("Sign in");
    assertThat(user.focused().getText()).isEqualTo("Sign in");
  }

  @Test
  void theWayThroughAViewIsItsOrder() {
    user.signsUp("bob@keyboard.example").sees("Profile").follows("Password");
    user.sees("Change your password").reload().sees("Change your password");
    List<String> way = new ArrayList<>();
    for (String last = ""; !last.equals("Change password"); way.add(last)) {
      press(Keys.TAB);
      last = user.focused().getAccessibleName();
    }
    assertThat(way)
        .containsExactly(
            "Skip to the content",
            "Thogits",
            "Sign out",
            "Profile",
            "Password",
            "Two-factor",
            "Sessions",
            "Current password",
            "Show current password",
            "New password",
            "Show new password",
            "Change password");
  }

  @Test
  void theContentIsOneKeyAway() {
    user.signsUp("carol@keyboard.example").sees("Profile").reload().sees("Profile");
    press(Keys.TAB);
    assertThat(user.focused().isDisplayed()).isTrue();
    press(Keys.ENTER);
    assertThat(user.focused().getText()).isEqualTo("Profile");
    assertThat(user.address()).isEqualTo("/#/profile");
  }

  @Test
  void fieldsTellWhatTheyAreForAndWhatIsWrong() {
    user.open("#/sign-up").sees("Create an account");
    WebElement password = user.field("Password");
    assertThat(described(password)).startsWith("At least 8 characters.");
    user.presses("Create account").isToldBeside("E-mail address", "Enter your e-mail address.");
    assertThat(described(user.field("E-mail address"))).isEqualTo("Enter your e-mail address.");
    assertThat(described(password)).startsWith("Choose a password. At least 8 characters.");
    user.types("E-mail address", "a");
    assertThat(user.field("E-mail address").getDomAttribute("aria-invalid")).isNull();
  }

  /** As the browser tells assistive technology. */
  private String described(WebElement field) {
    return (String)
        user.browser()
            .script(
                "return arguments[0].getAttribute('aria-describedby').split(' ')"
                    + ".map(id => document.getElementById(id).textContent).join(' ');",
                field);
  }
}
