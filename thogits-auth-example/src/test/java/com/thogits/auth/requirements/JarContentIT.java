package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in the jars that people get. */
class JarContentIT {
  private static final List<String> OURS = List.of("core", "http", "example");
  private static final Pattern PAGE = Pattern.compile("(?i).*\\.(html?|js|css|svg)");

  private static Path jar(String module) throws IOException {
    try (Stream<Path> jars = Files.list(Sources.module(module).resolve("target"))) {
      return jars.filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("thogits-auth-" + module + "(-[0-9.]+)?\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no jar of " + module));
    }
  }

  private static List<String> entries(String module) throws IOException {
    try (JarFile jar = new JarFile(jar(module).toFile())) {
      return jar.stream().map(entry -> entry.getName()).toList();
    }
  }

  @Test
  void theJarsHoldNothingButTheProgram() throws IOException {
    for (String module : OURS) {
      assertThat(entries(module))
          .isNotEmpty()
          .noneMatch(name -> name.matches("(?i).*(\\.git|\\.svn|\\.java|\\.orig|\\.bak|\\.key)/?"))
          .noneMatch(name -> name.contains(".git/"))
          .noneMatch(
              name ->
                  name.startsWith("com/thogits/") && name.matches(".*(Test|IT|Contract)\\.class"))
          .noneMatch(name -> name.startsWith("org/junit/") || name.startsWith("org/assertj/"));
    }
  }

  @Test
  void theLibrariesHoldNoPackageOfOthers() throws IOException {
    for (String module : List.of("core", "http")) {
      assertThat(entries(module))
          .filteredOn(name -> name.endsWith(".class"))
          .allMatch(
              name -> name.startsWith("com/thogits/auth/") || name.equals("module-info.class"));
    }
  }

  @Test
  void theLibrariesHaveNoPages() throws IOException {
    for (String module : List.of("core", "http")) {
      assertThat(entries(module)).noneMatch(name -> PAGE.matcher(name).matches());
    }
  }

  @Test
  void theServersPagesAreInOneFolder() throws IOException {
    assertThat(entries("example"))
        .filteredOn(name -> name.startsWith("com/thogits/") && PAGE.matcher(name).matches())
        .isNotEmpty()
        .allMatch(name -> name.startsWith("com/thogits/auth/example/page/"));
  }
}
