package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks at a view on phone, tablet and desktop, light and dark: nothing breaks a rule of
 * accessibility, is wider than the window or squeezed into a part of it. Pictures for people are in
 * {@code target/screenshots}.
 */
final class ViewCheck {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final List<String> THEMES = List.of("light", "dark");
  private static final int PHONE = 360;
  private static final int TABLET = 768;
  private static final int DESKTOP = 1280;
  private static final int HEIGHT = 740;

  /** A window of 1280 at 400 % (WCAG 2.2, 1.4.10). */
  private static final int SMALLEST = 320;

  /** What the smallest window leaves between its margins. */
  private static final long NARROWEST_CARD = 288;

  private final Browser browser;

  ViewCheck(Browser browser) {
    this.browser = browser;
  }

  /** Looks at what is shown now. */
  void look(String name) throws IOException {
    Files.createDirectories(PICTURES);
    window(SMALLEST, HEIGHT);
    fits(name, SMALLEST);
    for (String theme : THEMES) {
      theme(browser, theme);
      for (int width : List.of(PHONE, TABLET, DESKTOP)) {
        window(width, HEIGHT);
        fits(name, width);
        // Colours depend on the theme alone and the order of things on the width alone.
        if (width == (theme.equals("light") ? PHONE : DESKTOP)) {
          assertThat(Accessibility.violations(browser))
              .as("%s, %s at %s", name, theme, width)
              .isEmpty();
        }
        int whole = (int) number("document.documentElement.scrollHeight");
        if (whole > HEIGHT) {
          window(width, whole);
        }
        Files.write(PICTURES.resolve(name + "-" + width + "-" + theme + ".png"), picture());
      }
    }
    window(DESKTOP, HEIGHT);
  }

  private void fits(String name, int width) {
    assertThat(number("document.documentElement.scrollWidth"))
        .as("%s needs no scrolling sideways at %s", name, width)
        .isEqualTo(width);
    assertThat(number("Math.min(...cards.map(card => card.offsetWidth))"))
        .as("the narrowest card of %s at %s", name, width)
        .isGreaterThanOrEqualTo(NARROWEST_CARD);
    if (width < TABLET) {
      assertThat(number("new Set(sections.map(link => link.offsetTop)).size"))
          .as("the rows of sections of %s at %s", name, width)
          .isLessThanOrEqualTo(1);
    }
  }

  private long number(String expression) {
    return (Long)
        Objects.requireNonNull(
            browser.script(
                "const cards = [...document.querySelectorAll('.card')];"
                    + "const sections = [...document.querySelectorAll('.sections a')];"
                    + "return "
                    + expression
                    + ";"));
  }

  private void window(int width, int height) {
    browser.cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    browser.awaitThat(
        "window of " + width + " by " + height,
        () -> number("innerWidth") == width && number("innerHeight") == height);
    // The styles for this width hold from the next frame on.
    browser.driver().executeAsyncScript("requestAnimationFrame(arguments[0]);");
  }

  private byte[] picture() {
    Map<?, ?> shot = browser.cdp("Page.captureScreenshot", Map.of("format", "png"));
    return Base64.getDecoder().decode((String) shot.get("data"));
  }

  /** As somebody has it who wants no motion. */
  static void theme(Browser browser, String theme) {
    browser.cdp(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", theme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }
}
