package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fenced block of every document is cut from what the build runs, or run by a test. */
class DocumentedCodeTest {
  private static final String HOW =
      """
      %s is run by nobody. Write behind the language of its fence
      - the file that it is cut from, as in ```java spring-boot/src/main/java/.../AuthServlet.java
        (below thogits-auth-example/src/it) or ```java thogits-auth-core/src/test/java/.../XTest.java;
      - or the test that runs it, and if that runs several a name, as in ```sh example/BackupIT move:
        the test gets it by CodeBlocks.runBy("example/BackupIT", "move").
      A block of Maven commands alone needs nothing: its words are looked up in the build (MavenWords).
      target/documented-code.txt lists who runs which block.
      """;

  private final TestNames tests = TestNames.ofAllModules();
  private final MavenWords maven = new MavenWords();

  /** For people; the tests themselves carry the same lines as their names. */
  @BeforeAll
  static void listThem() throws IOException {
    Files.write(
        Path.of("target", "documented-code.txt"),
        CodeBlocks.all().stream().map(DocumentedCodeTest::line).toList());
  }

  private static String line(CodeBlock block) {
    return block.place() + " " + who(block);
  }

  @TestFactory
  Stream<DynamicTest> everyBlockIsRun() {
    return CodeBlocks.all().stream()
        .map(block -> DynamicTest.dynamicTest(line(block), () -> check(block)));
  }

  private static String who(CodeBlock block) {
    if (block.source().isEmpty() && !MavenWords.isMaven(block)) {
      return "is run by NOBODY";
    }
    return MavenWords.isMaven(block)
        ? "is run by name, and its words are known to the build"
        : block.namesAFile() ? "is cut from " + block.source() : "is run by " + block.source();
  }

  private void check(CodeBlock block) {
    if (MavenWords.isMaven(block)) {
      assertThat(maven.unknownIn(block.text())).as(block.place()).isEmpty();
    } else if (block.namesAFile()) {
      assertThat(lines(Sources.text(compiled(block))))
          .as(block.place())
          .contains(lines(block.text()));
    } else {
      assertThat(block.source()).as(HOW, block.place()).isNotEmpty();
      assertThat(tests.contains(block.source())).as(HOW, block.place()).isTrue();
      assertThat(readers(block.source()))
          .as("who reads the blocks of " + block.source())
          .isNotEmpty();
    }
  }

  /** Only what the build compiles and runs may be shown. */
  private static Path compiled(CodeBlock block) {
    Path inIt = Sources.module("example").resolve("src/it").resolve(block.source());
    Path file = Files.exists(inIt) ? inIt : Sources.PROJECT.resolve(block.source());
    assertThat(file).as(HOW, block.place()).isRegularFile();
    assertThat(Sources.PROJECT.relativize(file).toString().replace('\\', '/'))
        .as(block.place())
        .matches(
            "thogits-auth-example/src/it/[\\w-]+/(pom\\.xml|src/.+)"
                + "|thogits-auth-\\w+/src/(main|test)/(java|resources)/.+");
    return file;
  }

  /** How deep something is indented differs between a file and a document. */
  private static String lines(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
  }

  /** The test sources that ask for the blocks of a test by its name. */
  private static List<Path> readers(String test) {
    String module = test.substring(0, test.indexOf('/'));
    return Sources.javaFiles(Sources.testFolder(module)).stream()
        .filter(file -> !Sources.className(file).equals("DocumentedCodeTest"))
        .filter(file -> Sources.code(file).contains(test))
        .toList();
  }

  @Test
  void noBlockEscapes() {
    for (Path document : CodeBlocks.documents()) {
      List<String> fences =
          Sources.text(document).lines().filter(line -> line.strip().startsWith("```")).toList();
      assertThat(fences).as(document.toString()).hasSize(2 * CodeBlocks.of(document).size());
      assertThat(Sources.text(document)).as(document.toString()).doesNotContain("~~~");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java",
        "java example/NoSuchTest",
        "java example/HelpTest",
        "java jdk-server/src/main/java/NoSuch.java",
        "java jdk-server/src/main/java/org/example/hello/Main.java",
        "xml README.md",
        "sh",
      })
  void aBlockThatNobodyRunsIsFound(String fence) {
    CodeBlock block = CodeBlocks.in("a.md", "```" + fence + "\nint nobody;\n```\n").get(0);
    assertThatThrownBy(() -> check(block)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mvn -Dno.such.property=1 verify",
        "mvn no-such-phase",
        "mvn -Pno-such-profile verify",
        "mvn -pl no-such-module test",
        "mvn -f no/such/folder package",
        "mvn verify -Dit.test=NoSuchIT",
        "mvn verify '-DtargetClasses=com.thogits.auth.NoSuch*'",
        "mvn package && java -jar no-such.jar",
        "mvn verify; rm -r target",
      })
  void anUnknownWordToMavenIsFound(String command) {
    assertThat(maven.unknownIn(command)).isNotEmpty();
  }
}
