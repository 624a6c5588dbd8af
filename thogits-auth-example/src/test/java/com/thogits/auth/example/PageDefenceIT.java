package com.thogits.auth.example;

import static com.thogits.auth.example.PageUser.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page in a browser, against pages and texts that mean no good. */
@ExtendWith(BrowserTests.class)
class PageDefenceIT {
  private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";

  private Browser browser;
  private PageUser user;

  @BeforeEach
  void comeAlong(PageUser fresh) {
    user = fresh;
    browser = user.browser();
  }

  @Test
  void theCookiesAreOutOfReachOfScriptsAndOfOtherSites() {
    user.signsUp("ann@defence.example").sees("Profile");
    List<Map<?, ?>> cookies = browser.cookies();
    assertThat(names(cookies))
        .containsExactlyInAnyOrder("__Host-thogits_session", "__Host-thogits_device");
    for (Map<?, ?> cookie : cookies) {
      assertThat(cookie.get("httpOnly")).isEqualTo(true);
      assertThat(cookie.get("secure")).isEqualTo(true);
      assertThat(cookie.get("sameSite")).isEqualTo("Lax");
      assertThat(cookie.get("domain")).isEqualTo("localhost");
      assertThat(cookie.get("path")).isEqualTo("/");
    }
    assertThat(browser.script("return document.cookie;")).isEqualTo("");
    user.presses("Sign out").sees("Sign in");
    assertThat(names(browser.cookies())).containsExactly("__Host-thogits_device");
  }

  private static List<String> names(List<Map<?, ?>> cookies) {
    return cookies.stream().map(cookie -> String.valueOf(cookie.get("name"))).toList();
  }

  /** Of the same site, as ports don't count, so the browser sends the cookie along. */
  @Test
  void aFormOfAnotherOriginIsRefusedAlthoughItBringsTheCookie() throws Exception {
    refusesForms("localhost", "bob@defence.example");
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    refusesForms("127.0.0.1", "carol@defence.example");
  }

  private void refusesForms(String host, String email) throws IOException {
    user.signsUp(email).sees("Profile");
    try (OtherSite other = OtherSite.start()) {
      for (String path : List.of("logout", "login", "sessions/end-others", "2fa/totp/setup")) {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
          other.show(form(user.baseUrl() + "/api/auth/" + path, type));
          browser.driver().get(other.url(host));
          browser.awaitThat("answer", () -> user.visibleText().contains("cross_site"));
        }
      }
    }
    user.open("#/sessions").sees("Sessions");
    assertThat(user.name()).isEqualTo(email);
    forgetWhatOthersDid();
  }

  /** Its only field makes the body valid JSON if it is sent as plain text. */
  private static String form(String action, String type) {
    return "<form method=post action='%s' enctype='%s'>".formatted(action, type)
        + "<input type=hidden name='{\"display_name\": \"Mallory\", \"x\": \"' value='\"}'></form>"
        + "<script>document.forms[0].submit();</script>";
  }

  @Test
  void aScriptOfAnotherOriginChangesAndReadsNothing() throws Exception {
    user.signsUp("dave@defence.example").sees("Profile");
    try (OtherSite other = OtherSite.start()) {
      browser.driver().get(other.url("localhost"));
      String api = user.baseUrl() + "/api/auth/";
      assertThat(fetched(api + "logout", "{method: 'POST', mode: 'no-cors'}"))
          .startsWith("TypeError");
      assertThat(fetched(api + "me", "{}")).startsWith("TypeError");
      assertThat(
              fetched(
                  api + "profile",
                  "{method: 'PUT', headers: {'Content-Type': 'application/json'},"
                      + " body: '{\"display_name\": \"Mallory\"}'}"))
          .startsWith("TypeError");
      forgetWhatOthersDid();
    }
    user.open("").sees("Profile");
    assertThat(user.name()).isEqualTo("dave@defence.example");
  }

  private String fetched(String url, String options) {
    return (String)
        browser
            .driver()
            .executeAsyncScript(
                "fetch('%s', {credentials: 'include', ...%s})".formatted(url, options)
                    + ".then(answer => answer.type, String).then(arguments[0]);");
  }

  /** The browser complains of what the other site tries. */
  private void forgetWhatOthersDid() {
    browser.complaints();
  }

  @Test
  void nobodyCanFrameIt() throws Exception {
    try (OtherSite other = OtherSite.start()) {
      other.show("<iframe src='" + user.baseUrl() + "/'></iframe>");
      browser.driver().get(other.url("localhost"));
      browser.awaitThat(
          "complaint",
          () -> browser.complaints().stream().anyMatch(line -> line.contains("frame-ancestors")));
      browser.driver().switchTo().frame(0);
      assertThat(browser.driver().getPageSource()).doesNotContain("Thogits", "Sign in");
      browser.driver().switchTo().defaultContent();
    }
  }

  /** ASVS 3.2.2. */
  @Test
  void textsStayTexts() throws Exception {
    user.signsUp("erin@defence.example").sees("Profile");
    user.types("Name", MARKUP).presses("Save").isTold("Your name is saved.");
    user.elsewhere().with("User-Agent", MARKUP).login("erin@defence.example", PASSWORD);
    user.reload().sees("Profile");
    assertThat(user.name()).isEqualTo(MARKUP);
    user.follows("Sessions").sees("Sessions").isAnswered();
    assertThat(user.visibleText()).contains(MARKUP + "\n");
    assertThat(browser.script("return document.querySelectorAll('#view img, #top script').length"))
        .isEqualTo(0L);
  }

  /** The tests' own eyes: what the policy forbids is stopped, and seen. */
  @Test
  void whatThePolicyForbidsIsStoppedAndSeen() {
    user.open("").sees("Sign in");
    assertThat(
            browser.script(
                "const attempts = ["
                    + "  () => document.body.setAttribute('style', 'color: red'),"
                    + "  () => { document.body.innerHTML = '<b>bold</b>'; },"
                    + "  () => document.body.setAttribute('onclick', 'window.broken = true'),"
                    + "  () => setTimeout('window.broken = true'),"
                    + "];"
                    + "let refused = 0;"
                    + "for (const attempt of attempts) {"
                    + "  try { attempt(); } catch { refused++; }"
                    + "}"
                    + "document.body.click();"
                    + "return refused + ' ' + window.broken + ' ' + document.body.style.color;"))
        .isEqualTo("3 undefined ");
    browser.awaitThat("violations", () -> browser.violations().size() >= 4);
    assertThat(String.join("\n", browser.violations()))
        .contains("style-src-attr inline", "require-trusted-types-for");
    assertThat(browser.complaints()).isNotEmpty();
    browser.script("violations.length = 0;");
    user.presses("Sign in").isToldBeside("E-mail address", "Enter your e-mail address.");
  }

  @Test
  void signingOutLeavesNothingOfTheAccountBehind() {
    user.signsUp("frank@defence.example").sees("Profile").presses("Sign out").sees("Sign in");
    browser.driver().navigate().back();
    user.sees("Sign in");
    assertThat(user.visibleText()).doesNotContain("frank@defence.example");
    assertThat(browser.script("return sessionStorage.length + localStorage.length;")).isEqualTo(0L);
  }
}
