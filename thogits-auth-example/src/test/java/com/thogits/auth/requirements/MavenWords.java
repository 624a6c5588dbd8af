package com.thogits.auth.requirements;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Maven is told in documents, word by word. Such commands build or test everything, or take
 * long: no test runs them, so at least everything that they name must be there.
 */
final class MavenWords {
  private static final Set<String> ALONE =
      Set.of(
          "mvn",
          "-B",
          "-q",
          "-o",
          "-am",
          "clean",
          "compile",
          "test-compile",
          "test",
          "package",
          "verify",
          "install",
          "&&");

  /** Properties of Maven's plugins. */
  private static final Set<String> OF_PLUGINS =
      Set.of(
          "skipTests",
          "maven.javadoc.skip",
          "surefire.failIfNoSpecifiedTests",
          "failsafe.failIfNoSpecifiedTests",
          "excludedTestClasses",
          "timeoutConstant");

  private static final Set<String> OF_TESTS = Set.of("test", "it.test");
  private static final Set<String> OF_CLASSES = Set.of("targetClasses", "targetTests");
  private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|[^\\s'\"]+");
  private static final Pattern PROPERTY = Pattern.compile("-D([\\w.]+)(?:=(.*))?");

  private final List<Path> tests = javaFiles("src/test/java", "src/bench/java");
  private final List<Path> classes =
      Stream.concat(tests.stream(), javaFiles("src/main/java").stream()).toList();
  private final String testTexts = texts(tests);
  private final String poms =
      texts(
          Stream.concat(Stream.of(Sources.PROJECT), modules())
              .map(folder -> folder.resolve("pom.xml"))
              .toList());

  private static Stream<Path> modules() {
    return Sources.MODULES.stream().map(Sources::module);
  }

  private static List<Path> javaFiles(String... folders) {
    return Stream.of(folders)
        .flatMap(folder -> modules().map(module -> module.resolve(folder)))
        .filter(Files::isDirectory)
        .flatMap(folder -> Sources.javaFiles(folder).stream())
        .toList();
  }

  private static String texts(List<Path> files) {
    return files.stream().map(Sources::text).collect(Collectors.joining("\n"));
  }

  /** Nothing but Maven, or options of the command before. */
  static boolean isMaven(CodeBlock block) {
    return block.language().equals("sh")
        && block.source().isEmpty()
        && block.text().matches("(?s)mvn .*|\\s*'?-D.*");
  }

  /** What of these commands the build does not know. */
  List<String> unknownIn(String commands) {
    List<String> words =
        WORD.matcher(commands.replace("\\\n", " "))
            .results()
            .map(MatchResult::group)
            .map(word -> word.replaceAll("^['\"]|['\"]$", ""))
            .toList();
    return Stream.iterate(0, i -> i < words.size(), i -> i + 1)
        .filter(i -> !isKnown(i == 0 ? "" : words.get(i - 1), words.get(i)))
        .map(words::get)
        .toList();
  }

  private boolean isKnown(String before, String word) {
    MatchResult property = PROPERTY.matcher(word).results().findFirst().orElse(null);
    if (property != null) {
      return isKnownProperty(property.group(1), property.group(2));
    }
    return switch (before) {
      case "-pl", "-f" -> Files.exists(Sources.PROJECT.resolve(word).resolve("pom.xml"));
      case "&&" -> word.equals("java") || word.equals("mvn");
      case "java" -> word.equals("-jar");
      case "-jar" -> word.equals("thogits-auth-example/target/thogits-auth-example.jar");
      default ->
          ALONE.contains(word)
              || Set.of("-pl", "-f").contains(word)
              || (word.startsWith("-P") && poms.contains("<id>" + word.substring(2) + "</id>"))
              || isKnownGoal(word);
    };
  }

  /** A goal of a plugin that the build configures. */
  private boolean isKnownGoal(String word) {
    String[] parts = word.split(":", -1);
    return switch (parts.length) {
      case 2 -> poms.contains("<artifactId>" + parts[0] + "-maven-plugin</artifactId>");
      case 3 -> poms.contains("<artifactId>" + parts[1] + "</artifactId>");
      default -> false;
    };
  }

  private boolean isKnownProperty(String name, String value) {
    if (OF_TESTS.contains(name)) {
      return isInOneOf(tests, value);
    }
    if (OF_CLASSES.contains(name)) {
      return Stream.of(value.split(",", -1)).allMatch(pattern -> matchesAClass(pattern));
    }
    return OF_PLUGINS.contains(name)
        || poms.contains("${" + name + "}")
        || poms.contains("<" + name + ">")
        || testTexts.contains('"' + name + '"');
  }

  private boolean matchesAClass(String pattern) {
    String file = pattern.replace('.', '/').replace("*", ".*") + "\\.java";
    return isInOneOf(classes, path -> path.matches(".*/java/" + file));
  }

  private static boolean isInOneOf(List<Path> files, String className) {
    return files.stream().anyMatch(file -> Sources.className(file).equals(className));
  }

  private static boolean isInOneOf(List<Path> files, Predicate<String> isTheOne) {
    return files.stream().map(file -> file.toString().replace('\\', '/')).anyMatch(isTheOne);
  }
}
