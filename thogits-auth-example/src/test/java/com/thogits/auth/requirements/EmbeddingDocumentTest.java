package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/embedding.md} to the projects that the build runs. */
class EmbeddingDocumentTest {
  private static final String DOCUMENT = Sources.text(Sources.document("embedding.md"));
  private static final Path PROJECTS = Sources.module("example").resolve("src/it");

  private static List<CodeBlock> blocks() {
    return CodeBlocks.of(Sources.document("embedding.md"));
  }

  @Test
  void everyProjectIsShown() throws IOException {
    try (Stream<Path> projects = Files.list(PROJECTS)) {
      List<String> names =
          projects
              .filter(Files::isDirectory)
              .map(project -> project.getFileName().toString())
              .toList();
      assertThat(names).isNotEmpty();
      for (String name : names) {
        assertThat(DOCUMENT).contains("](../thogits-auth-example/src/it/" + name + ")");
        assertThat(blocks()).as(name).anyMatch(block -> block.source().startsWith(name + "/"));
      }
    }
  }

  /** What they are built with must be what this project builds. */
  @Test
  void theProjectsUseThisVersionAndMavenCentralAlone() throws IOException {
    String version =
        Sources.text(Sources.PROJECT.resolve("pom.xml"))
            .replaceFirst(
                "(?s).*?<artifactId>thogits-auth</artifactId>\\s*<version>(.*?)<.*", "$1");
    try (Stream<Path> files = Files.walk(PROJECTS, 2)) {
      for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
        assertThat(Sources.text(pom))
            .as(pom.toString())
            .containsPattern(
                "<groupId>com.thogits</groupId>\\s*<artifactId>thogits-auth-\\w+</artifactId>\\s*"
                    + "<version>"
                    + Pattern.quote(version)
                    + "</version>")
            .doesNotContain("<repository>", "<pluginRepository>");
      }
    }
  }
}
