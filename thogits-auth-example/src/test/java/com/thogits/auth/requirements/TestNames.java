package com.thogits.auth.requirements;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tests that the sources of all modules hold, as documents name them: {@code
 * core/LoginTest.signsInUnderANewToken}, or a class alone.
 */
final class TestNames {
  private static final Pattern REFERENCE =
      Pattern.compile("`((?:core|http|example)/\\w+(?:\\.\\w+)?)`");

  /** An annotation that makes a test, other annotations with their arguments, and the name. */
  private static final Pattern TEST =
      Pattern.compile(
          "@(?:Test|ParameterizedTest|RepeatedTest|TestFactory)\\b"
              + "(?:(?!\\bvoid\\b|\\n\\n)[\\s\\S])*?"
              + "(?:\\bvoid|Stream<DynamicTest>)\\s+(\\w+)\\s*\\(");

  private static final Pattern DISABLED = Pattern.compile("@Disabled\\b");

  private final Set<String> names;

  private TestNames(Set<String> names) {
    this.names = names;
  }

  static TestNames ofAllModules() {
    Set<String> names = new HashSet<>();
    for (String module : Sources.MODULES) {
      Map<String, String> texts = new HashMap<>();
      Sources.javaFiles(Sources.testFolder(module))
          .forEach(file -> texts.put(Sources.className(file), Sources.code(file)));
      texts.forEach(
          (className, text) -> {
            String prefix = module + "/" + className;
            List<String> methods = methods(text);
            methods.forEach(method -> names.add(prefix + "." + method));
            if (!methods.isEmpty() || inheritsTests(text)) {
              names.add(prefix);
            }
          });
    }
    return new TestNames(names);
  }

  private static List<String> methods(String text) {
    if (DISABLED.matcher(text).find()) {
      return List.of();
    }
    return TEST.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static boolean inheritsTests(String text) {
    return Pattern.compile("class \\w+ extends \\w+Contract\\b").matcher(text).find();
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  /** What a text names as tests. */
  static List<String> namedIn(String text) {
    Matcher references = REFERENCE.matcher(text);
    return references.results().map(match -> match.group(1)).toList();
  }

  /** What a text names as tests and no source holds. */
  Stream<String> missingFrom(String text) {
    return namedIn(text).stream().filter(name -> !contains(name));
  }
}
