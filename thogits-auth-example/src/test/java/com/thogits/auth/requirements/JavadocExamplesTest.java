package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example in the Javadoc of the libraries stands, line by line, in a test that is run. */
class JavadocExamplesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n([\\s\\S]*?)^ *\\* *}</pre>", Pattern.MULTILINE);

  /** Test sources, and the Java of documents, which DocumentedCodeTest holds to be run. */
  private static final List<String> RUN =
      Stream.concat(
              Stream.concat(
                      Sources.MODULES.stream().flatMap(module -> files(Sources.testFolder(module))),
                      files(Sources.module("example").resolve("src/it")))
                  .filter(file -> !file.endsWith("package-info.java"))
                  .map(Sources::text),
              CodeBlocks.all().stream()
                  .filter(block -> block.language().equals("java"))
                  .map(CodeBlock::text))
          .map(JavadocExamplesTest::lines)
          .toList();

  private static Stream<Path> files(Path folder) {
    return Sources.javaFiles(folder).stream();
  }

  private static String lines(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsRun() {
    Path contracts = Sources.testFolder("core").resolve("com/thogits/auth/contract");
    return Stream.concat(
            Sources.mainFiles("core", "http").stream(), Sources.javaFiles(contracts).stream())
        .flatMap(
            file ->
                examples(Sources.text(file)).stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                file.getFileName().toString(), () -> assertRun(example))));
  }

  private static List<String> examples(String source) {
    return EXAMPLE
        .matcher(source)
        .results()
        .map(match -> match.group(1).replaceAll("(?m)^ *\\* ?", ""))
        .map(JavadocExamplesTest::lines)
        .toList();
  }

  private static void assertRun(String example) {
    assertThat(RUN).as("no test has%s", example).anyMatch(text -> text.contains(example));
  }

  @Test
  void everyPackageThatIsExportedHasAPageAndMostHaveAnExample() {
    for (String module : List.of("core", "http")) {
      Path folder = Sources.mainFolder(module);
      String declaration = Sources.text(folder.resolve("module-info.java"));
      List<Path> pages =
          Pattern.compile("exports ([\\w.]+);")
              .matcher(declaration)
              .results()
              .map(name -> folder.resolve(name.group(1).replace('.', '/') + "/package-info.java"))
              .toList();
      assertThat(pages).isNotEmpty().allMatch(Files::exists);
      assertThat(pages.stream().filter(page -> examples(Sources.text(page)).isEmpty()))
          .extracting(page -> page.getParent().getFileName().toString())
          .isSubsetOf("password", "http");
    }
  }
}
