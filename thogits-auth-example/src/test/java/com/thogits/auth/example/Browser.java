package com.thogits.auth.example;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The browser as tests see it. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private static final String NOTE_VIOLATIONS =
      "window.violations = [];"
          + "addEventListener('securitypolicyviolation',"
          + " event => violations.push(event.effectiveDirective + ' ' + event.blockedURI));";

  /** Chromium tells of every answer of this kind, also of those that the page expects. */
  private static final String REFUSED_REQUEST = "Failed to load resource: the server responded";

  private final Chromium driver;

  private Browser(Chromium driver) {
    this.driver = driver;
  }

  /** Starts it, or skips the test, aloud, if there is none. */
  static Browser start() throws IOException {
    return new Browser(Chromium.start());
  }

  /** As a browser that has never been here: a new tab, and nothing kept. */
  void forgetEverything() {
    String old = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    String fresh = driver.getWindowHandle();
    driver.switchTo().window(old).close();
    driver.switchTo().window(fresh);
    cdp("Network.clearBrowserCookies", Map.of());
    cdp("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NOTE_VIOLATIONS));
    driver.manage().logs().get(LogType.BROWSER);
  }

  Chromium driver() {
    return driver;
  }

  Map<?, ?> cdp(String command, Map<String, ?> parameters) {
    return driver.cdp(command, parameters);
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** The texts in an array that a script returns. */
  List<String> texts(String script) {
    return ((List<?>) Objects.requireNonNull(script(script)))
        .stream().map(String::valueOf).toList();
  }

  /** What the document violated of its policy since it was loaded. */
  List<String> violations() {
    return texts("return window.violations;");
  }

  /** Each cookie as the browser keeps it, by its attributes. */
  List<Map<?, ?>> cookies() {
    List<Map<?, ?>> cookies = new ArrayList<>();
    for (Object cookie : (List<?>) cdp("Network.getAllCookies", Map.of()).get("cookies")) {
      cookies.add((Map<?, ?>) cookie);
    }
    return cookies;
  }

  /** What the browser complained of in its console, but for refused requests to the API. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .filter(line -> !(line.contains("/api/auth/") && line.contains(REFUSED_REQUEST)))
        .toList();
  }

  /** Comes back with what is there once it is there. */
  <T> T await(String what, Supplier<T> look) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      T found = look(look);
      if (found != null) {
        return found;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("There is no " + what + " in: " + visibleText());
      }
      pause();
    }
  }

  /** Comes back once it is so. */
  void awaitThat(String what, BooleanSupplier isSo) {
    await(what, () -> isSo.getAsBoolean() ? true : null);
  }

  /** A view that is being exchanged is looked at again. */
  private static <T> T look(Supplier<T> look) {
    try {
      return look.get();
    } catch (StaleElementReferenceException | NoSuchElementException notNow) {
      return null;
    }
  }

  private String visibleText() {
    return String.valueOf(script("return location.hash + ' ' + document.body.innerText;"));
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
