package com.thogits.auth.brokenstores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes that docs/stores.md shows. */
final class StoresDocument {
  private static final Pattern JAVA =
      Pattern.compile(
          "^```java core/OutsiderTest$\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("\\bclass (\\w+)");

  private StoresDocument() {}

  /** Source by class name. */
  static Map<String, String> classes() throws IOException {
    Map<String, String> classes = new LinkedHashMap<>();
    String text = Files.readString(Path.of("..", "docs", "stores.md"));
    JAVA.matcher(text)
        .results()
        .map(match -> match.group(1))
        .forEach(source -> classes.put(className(source), source));
    return classes;
  }

  private static String className(String source) {
    Matcher name = CLASS.matcher(source);
    return name.results().findFirst().map(result -> result.group(1)).orElseThrow();
  }
}
