package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build takes from others. */
class DependenciesTest {
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>([\\s\\S]*?)"
              + "</dependency>");

  private static String pom(Path folder) {
    return Sources.text(folder.resolve("pom.xml"))
        .replaceAll("(?s)<profiles>.*</profiles>", "")
        .replaceAll("(?s)<build>.*</build>", "");
  }

  @Test
  void everyRuntimeDependencyIsListed() {
    String document = Sources.text(Sources.document("security.md"));
    for (List<String> row : MarkdownTable.rows(document, "module", "brings")) {
      List<String> found = new ArrayList<>();
      Matcher dependencies = DEPENDENCY.matcher(pom(Sources.module(row.get(0))));
      while (dependencies.find()) {
        if (!dependencies.group(3).matches("(?s).*<scope>(?:test|provided)</scope>.*")) {
          found.add("`" + dependencies.group(1) + ":" + dependencies.group(2) + "`");
        }
      }
      assertThat(row.get(1).split(", ", -1)).as(row.get(0)).containsExactlyElementsOf(found);
    }
  }

  @Test
  void thereIsNoRepositoryButMavenCentral() {
    Stream.concat(Stream.of(Sources.PROJECT), Sources.MODULES.stream().map(Sources::module))
        .map(folder -> Sources.text(folder.resolve("pom.xml")))
        .forEach(pom -> assertThat(pom).doesNotContain("<repository>", "<pluginRepository>"));
  }

  @Test
  void everyVersionIsOneVersion() {
    String parent = Sources.text(Sources.PROJECT.resolve("pom.xml"));
    assertThat(parent).doesNotContain("SNAPSHOT", "LATEST", "RELEASE");
    assertThat(Pattern.compile("<version>[\\[(]").matcher(pom(Sources.PROJECT)).find()).isFalse();
  }
}
