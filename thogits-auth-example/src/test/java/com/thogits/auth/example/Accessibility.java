package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules of axe-core, all but those that are marked experimental. */
final class Accessibility {
  private static final String AXE = axe();

  private static final String RUN =
      "const done = arguments[0];"
          + "axe.run(document, {resultTypes: ['violations', 'incomplete']})"
          + ".then(found => done({"
          + " violations: found.violations.map(one => one.id + ': '"
          + " + one.nodes.map(node => node.html + ' ' + node.failureSummary).join('; ')),"
          + " rules: found.passes.length"
          + "}), error => done({violations: [String(error)], rules: 0}));";

  private Accessibility() {}

  private static String axe() {
    try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What breaks a rule as it is shown now. */
  static List<?> violations(Browser browser) {
    if (Boolean.FALSE.equals(browser.script("return 'axe' in window;"))) {
      browser.script(AXE);
    }
    Map<?, ?> found = (Map<?, ?>) browser.driver().executeAsyncScript(RUN);
    // So that a run without rules is no success.
    if ((Long) Objects.requireNonNull(found.get("rules")) == 0) {
      throw new AssertionError("axe-core checked nothing: " + found);
    }
    return (List<?>) found.get("violations");
  }
}
