package com.thogits.auth.example;

import static com.thogits.auth.example.PageUser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page in a browser: the list of sessions. */
@ExtendWith(BrowserTests.class)
class PageSessionsIT {
  private static final String FIREFOX =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private PageUser user;

  @BeforeEach
  void comeAlong(PageUser fresh) {
    user = fresh;
  }

  private ApiClient signedInElsewhere(String email, String userAgent) throws Exception {
    ApiClient client = user.elsewhere().with("User-Agent", userAgent);
    assertThat(client.login(email, PASSWORD).status()).isEqualTo(200);
    return client;
  }

  private static int status(ApiClient client) throws Exception {
    return client.get("/api/auth/me").status();
  }

  private List<String> entries() {
    return user.browser().driver().findElements(By.cssSelector(".sessions > li")).stream()
        .map(WebElement::getText)
        .toList();
  }

  @Test
  void showsItsOwnFirstAndEndsOneAfterTheOtherOrAllAtOnce() throws Exception {
    user.signsUp("ann@sessions.example").sees("Profile").follows("Sessions").sees("Sessions");
    user.isAnswered();
    assertThat(entries()).singleElement().asString().startsWith("Chrome on Linux\nThis one\n");
    assertThat(user.visibleText()).contains("You are signed in nowhere else.");

    ApiClient curl = signedInElsewhere("ann@sessions.example", "curl/8.5.0");
    ApiClient firefox = signedInElsewhere("ann@sessions.example", FIREFOX);
    ApiClient odd = signedInElsewhere("ann@sessions.example", "<b>odd</b>");
    user.reload().sees("Sessions").isAnswered();
    assertThat(entries()).hasSize(4);
    assertThat(entries().get(0)).contains("This one").contains("127.0.0.1");
    assertThat(entries().get(1)).startsWith("<b>odd</b>\n").contains("last used just now");
    assertThat(entries().get(2)).startsWith("Firefox on Windows\n").doesNotContain("This one");
    assertThat(entries().get(3)).startsWith("curl\n");

    user.browser()
        .driver()
        .findElement(By.cssSelector("button[aria-label='Sign out Firefox on Windows']"))
        .click();
    user.isTold("That session has ended.");
    assertThat(user.focused().getText()).isEqualTo("Sessions");
    assertThat(entries()).hasSize(3);
    assertThat(List.of(status(firefox), status(curl), status(odd))).containsExactly(401, 200, 200);

    assertThat(odd.send("POST", "/api/auth/logout").status()).isEqualTo(200);
    user.browser()
        .driver()
        .findElement(By.cssSelector("button[aria-label='Sign out <b>odd</b>']"))
        .click();
    user.isTold("That session has ended.");
    assertThat(entries()).hasSize(2);

    user.presses("Sign out everywhere else").isTold("All other sessions have ended.");
    assertThat(entries()).hasSize(1);
    assertThat(status(curl)).isEqualTo(401);
    user.reload().sees("Sessions");
  }
}
