package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/**
 * Somebody who uses the page: finds fields by their labels and buttons by their words, and waits
 * for what is to come.
 */
final class PageUser {
  static final String PASSWORD = "zu blau fern";

  private static final HttpClient HTTP = ApiClient.connections();

  private final Browser browser;
  private final String baseUrl;

  PageUser(Browser browser, String baseUrl) {
    this.browser = browser;
    this.baseUrl = baseUrl;
  }

  /** The same person with another client. */
  ApiClient elsewhere() {
    return new ApiClient(HTTP, baseUrl);
  }

  String baseUrl() {
    return baseUrl;
  }

  Browser browser() {
    return browser;
  }

  /** Opens the page, or another view of it if it is open. */
  PageUser open(String hash) {
    browser.driver().get(baseUrl + "/" + hash);
    return this;
  }

  PageUser reload() {
    browser.driver().navigate().refresh();
    return this;
  }

  /** Waits for a view. Its heading is in the title of the document or follows from it. */
  PageUser sees(String heading) {
    browser.await(heading, () -> isShown(By.xpath("//h1[normalize-space()=\"" + heading + "\"]")));
    return this;
  }

  private WebElement isShown(By by) {
    return browser.driver().findElements(by).stream()
        .filter(WebElement::isDisplayed)
        .reduce((first, last) -> last)
        .orElse(null);
  }

  PageUser signsUp(String email) {
    open("#/sign-up").sees("Create an account");
    return types("E-mail address", email).types("Password", PASSWORD).presses("Create account");
  }

  PageUser signsIn(String email) {
    open("#/sign-in").sees("Sign in");
    return types("E-mail address", email).types("Password", PASSWORD).presses("Sign in");
  }

  /** The field under a label; the last one, if a dialog has come up with another. */
  WebElement field(String label) {
    return browser.await(
        "field " + label,
        () -> {
          WebElement found = isShown(By.xpath("//label[normalize-space()=\"" + label + "\"]"));
          return found == null
              ? null
              : browser.driver().findElement(By.id(found.getDomAttribute("for")));
        });
  }

  /** Types into a field instead of what was there. */
  PageUser types(String label, String text) {
    field(label).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text);
    return this;
  }

  /** Puts a text into a field at once, as pasting does. */
  PageUser pastes(String label, String text) {
    field(label).sendKeys(Keys.chord(Keys.CONTROL, "a"));
    browser.cdp("Input.insertText", Map.of("text", text));
    return this;
  }

  WebElement button(String words) {
    return browser.await(
        "button " + words,
        () -> isShown(By.xpath("//button[normalize-space()=\"" + words + "\"]")));
  }

  PageUser presses(String words) {
    browser.awaitThat(
        words + " that can be pressed",
        () -> {
          button(words).click();
          return true;
        });
    return this;
  }

  PageUser follows(String words) {
    browser
        .await("link " + words, () -> isShown(By.xpath("//a[normalize-space()=\"" + words + "\"]")))
        .click();
    return this;
  }

  /** Waits until nothing is under way. */
  PageUser isAnswered() {
    browser.awaitThat(
        "answer",
        () -> browser.driver().findElements(By.cssSelector("[aria-busy=true]")).isEmpty());
    return this;
  }

  /** Waits until it is said above the view, and to those who listen. */
  PageUser isTold(String words) {
    browser.awaitThat(words, () -> text(By.cssSelector("main > [role=status]")).contains(words));
    return this;
  }

  /** Waits until it is said above the fields of the form, and to those who listen. */
  PageUser isToldInTheForm(String words) {
    browser.awaitThat(words, () -> text(By.cssSelector("form [role=alert]")).contains(words));
    return this;
  }

  /** Waits until it is said beside the field, which then has the focus and says so to everybody. */
  PageUser isToldBeside(String label, String words) {
    WebElement field = field(label);
    browser.awaitThat(
        words + " beside " + label,
        () -> "true".equals(field.getDomAttribute("aria-invalid")) && told(field).contains(words));
    assertThat(browser.driver().switchTo().activeElement()).isEqualTo(field);
    return this;
  }

  private String told(WebElement field) {
    String described = field.getDomAttribute("aria-describedby");
    StringBuilder told = new StringBuilder();
    for (String id : described == null ? List.<String>of() : List.of(described.split(" ", -1))) {
      told.append(text(By.id(id))).append(' ');
    }
    return told.toString();
  }

  private String text(By by) {
    return browser.driver().findElement(by).getText();
  }

  /** What the dialog says that has come up. */
  String dialog() {
    return browser.await("dialog", () -> isShown(By.cssSelector("dialog[open]"))).getText();
  }

  /** Whom the page greets. */
  String name() {
    return text(By.cssSelector(".who span"));
  }

  /** A part of the page as it is on the screen, as a PNG. */
  byte[] picture(By part) {
    return browser.driver().findElement(part).getScreenshotAs(OutputType.BYTES);
  }

  /** All that can be read. */
  String visibleText() {
    return text(By.tagName("body"));
  }

  String address() {
    return browser.driver().getCurrentUrl().substring(baseUrl.length());
  }

  String title() {
    return browser.driver().getTitle();
  }

  /** What has the focus. */
  WebElement focused() {
    return browser.driver().switchTo().activeElement();
  }
}
