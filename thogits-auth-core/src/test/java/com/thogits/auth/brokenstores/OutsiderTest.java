package com.thogits.auth.brokenstores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts work for who has nothing of this project but its artifacts. */
class OutsiderTest {
  private static final Path CONTRACTS = Path.of("src/test/java/com/thogits/auth/contract");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"SortedAttemptStoreTest", "SortedAttemptsServiceTest"})
  void theStoreInTheDocumentPasses(String test) throws Exception {
    ContractRun run =
        new Outsider(StoresDocument.classes(), folder).run("org.example.accounts." + test);

    assertThat(run.tests()).hasSizeGreaterThan(10);
    assertThat(run.failures()).isEmpty();
  }

  @Test
  void theStoreInTheDocumentFailsOnceItsComparisonIsGone() throws Exception {
    Map<String, String> classes = StoresDocument.classes();
    classes.computeIfPresent(
        "SortedAttemptStore",
        (name, source) ->
            source.replace("counts.replace(key, seen, next)", "counts.put(key, next) != null"));

    ContractRun run =
        new Outsider(classes, folder).run("org.example.accounts.SortedAttemptStoreTest");

    assertThat(run.failures())
        .contains("replacesNoOtherCountThanTheOneSeen", "letsOneOfManyReplaceWhatAllHaveSeen");
  }

  @Test
  void whatIsPublishedNeedsTheCoreAndTestLibrariesAlone() throws IOException {
    for (Path file : published()) {
      assertThat(IMPORT.matcher(Files.readString(file)).results().map(match -> match.group(1)))
          .as(file.toString())
          .allMatch(
              name ->
                  name.startsWith("java.")
                      || name.startsWith("org.jspecify.annotations.")
                      || name.startsWith("org.junit.jupiter.")
                      || name.startsWith("org.assertj.core.api.")
                      || isOfTheCore(name));
    }
  }

  /** A class of the main sources, or one inside of it. */
  private static boolean isOfTheCore(String name) {
    return Stream.of(name, name.substring(0, name.lastIndexOf('.')))
        .map(type -> Path.of("src", "main", "java", type.replace('.', '/') + ".java"))
        .anyMatch(Files::isRegularFile);
  }

  @Test
  void whatIsToBeExtendedCanBeAndSaysWhatItIs() throws Exception {
    List<Path> contracts =
        published().stream().filter(file -> file.toString().endsWith("Contract.java")).toList();

    assertThat(contracts).hasSize(4);
    for (Path file : contracts) {
      String name = file.getFileName().toString().replace(".java", "");
      Class<?> contract = Class.forName("com.thogits.auth.contract." + name);
      assertThat(Modifier.isPublic(contract.getModifiers())).as(name).isTrue();
      assertThat(Stream.of(contract.getDeclaredConstructors()))
          .allMatch(constructor -> Modifier.isProtected(constructor.getModifiers()));
      assertThat(Stream.of(contract.getDeclaredMethods()))
          .filteredOn(method -> Modifier.isAbstract(method.getModifiers()))
          .isNotEmpty()
          .allMatch(method -> Modifier.isProtected(method.getModifiers()));
      assertThat(Files.readString(file)).contains("*/\npublic abstract class " + name);
    }
    assertThat(Files.readString(CONTRACTS.resolve("package-info.java"))).contains("/**");
  }

  private static List<Path> published() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACTS)) {
      return files.toList();
    }
  }
}
