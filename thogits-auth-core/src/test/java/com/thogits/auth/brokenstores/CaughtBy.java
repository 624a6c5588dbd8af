package com.thogits.auth.brokenstores;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which tests of a contract catch which defect, as a file beside this class lists them. */
final class CaughtBy {
  private final Map<String, Set<String>> testsByDefect = new LinkedHashMap<>();

  CaughtBy(String contract) {
    String file = contract + ".txt";
    try (InputStream lines = CaughtBy.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(lines, file).readAllBytes(), StandardCharsets.UTF_8);
      String defect = "";
      for (String line : text.lines().toList()) {
        if (line.startsWith("    ")) {
          Objects.requireNonNull(testsByDefect.get(defect), line).add(line.strip());
        } else {
          defect = line;
          testsByDefect.put(defect, new TreeSet<>());
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Set<String> defects() {
    return testsByDefect.keySet();
  }

  /** Empty if the file does not name the defect. */
  Set<String> tests(String defect) {
    return testsByDefect.getOrDefault(defect, Set.of());
  }

  Set<String> allTests() {
    return testsByDefect.values().stream()
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
