package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.example.CommandLine.Task;
import com.thogits.auth.requirements.MarkdownTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the options in {@code docs/settings.md} to what the commands take and to their help. */
class OptionsDocumentTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern DEFAULT = Pattern.compile("\\((?:localhost|\\d+|\\./[\\w-]+)\\)");

  private static String document() throws IOException {
    return Files.readString(Path.of("..", "docs", "settings.md"));
  }

  private static String help(String resource) throws IOException {
    try (InputStream text = Main.class.getResourceAsStream(resource)) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }

  private static List<List<String>> options() throws IOException {
    return MarkdownTable.rows(document(), "option", "default", "taken", "refused", "meaning");
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  private static Set<String> optionsIn(String text) {
    return OPTION
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(option -> !option.equals("--help"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theServersAreThoseOfItsHelpWithTheirDefaults() throws IOException {
    String help = help("help.txt");
    assertThat(options())
        .extracting(row -> codes(row.get(0)).get(0))
        .containsExactlyInAnyOrderElementsOf(optionsIn(help));
    for (List<String> row : options()) {
      String option = codes(row.get(0)).get(0);
      String entry = help.substring(help.indexOf(option)).split("\n {2}--|\nEnvironment", 2)[0];
      List<String> inHelp =
          DEFAULT
              .matcher(entry)
              .results()
              .map(match -> match.group().replaceAll("[()]", ""))
              .toList();
      if (!inHelp.isEmpty()) {
        assertThat(inHelp).as(option).containsExactly(row.get(1));
      }
    }
    assertThat(help).contains("(keys in the folder)", "(audit.log in the folder");
  }

  @Test
  void whatIsTakenIsTakenAndWhatIsRefusedHasExitCode2() throws IOException {
    for (List<String> row : options()) {
      String option = codes(row.get(0)).get(0);
      for (String value : codes(row.get(2))) {
        assertThatCode(() -> parse(option, value))
            .as(option + "=" + value)
            .doesNotThrowAnyException();
      }
      for (String value : codes(row.get(3))) {
        assertThatThrownBy(() -> parse(option, value))
            .as(option + "=" + value)
            .isInstanceOfSatisfying(
                StartException.class,
                refusal -> {
                  assertThat(refusal.exitCode()).isEqualTo(2);
                  assertThat(refusal.line()).contains(option);
                });
      }
    }
  }

  private static void parse(String option, String value) throws StartException {
    List<String> url =
        option.matches("--jdbc-(user|password)") ? List.of("--jdbc-url=jdbc:h2:mem:") : List.of();
    List<String> arguments = new ArrayList<>(url);
    arguments.add(option + "=" + value);
    Options.parse(CommandLine.parse(arguments), Map.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "COPY", "FILL"})
  void theOperatorsAreThoseOfTheirHelp(Task task) throws Exception {
    String command = task.name().toLowerCase(Locale.ROOT);
    String row =
        MarkdownTable.rows(document(), "command", "options").stream()
            .filter(cells -> cells.get(0).equals("`" + command + "`"))
            .map(cells -> cells.get(1))
            .findFirst()
            .orElseThrow();
    assertThat(optionsIn(row)).isEqualTo(optionsIn(help(command + "-help.txt")));
    for (String option : optionsIn(row)) {
      String argument = option.equals("--yes") ? option : option + "=1";
      assertThat(CommandLine.parse(List.of(command, argument)).has(option)).isTrue();
    }
  }

  @Test
  void theVariablesAreThoseOfTheHelp() throws IOException {
    Set<String> inHelp = new TreeSet<>();
    for (String resource : List.of("help.txt", "copy-help.txt")) {
      Pattern.compile("THOGITS_\\w+")
          .matcher(help(resource))
          .results()
          .forEach(variable -> inHelp.add(variable.group()));
    }
    List<List<String>> rows = MarkdownTable.rows(document(), "variable", "is");
    assertThat(rows)
        .extracting(row -> codes(row.get(0)).get(0))
        .containsExactlyInAnyOrderElementsOf(inHelp);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat("--" + codes(row.get(0)).get(0).substring(8).replace('_', '-'))
                    .isEqualToIgnoringCase(codes(row.get(1)).get(0)));
  }

  /** What stands anywhere in the documents is an option of the jar, of a tool shown, or of Java. */
  @Test
  void everyOptionInTheDocumentsIsThere() throws IOException {
    Set<String> known = new TreeSet<>(Set.of("--help"));
    for (String resource :
        List.of("help.txt", "admin-help.txt", "copy-help.txt", "fill-help.txt")) {
      known.addAll(optionsIn(help(resource)));
    }
    Pattern inCode = Pattern.compile("`(--[a-z][a-z-]*)[^`]*`");
    for (String name : List.of("README.md", "docs/operating.md", "docs/failures.md")) {
      String text = Files.readString(Path.of("..", name));
      assertThat(inCode.matcher(text).results().map(match -> match.group(1)))
          .as(name)
          .isSubsetOf(known);
    }
  }
}
