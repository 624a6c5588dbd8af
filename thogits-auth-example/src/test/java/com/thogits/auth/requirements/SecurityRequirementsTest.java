package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/security-requirements.md} to what it says. */
class SecurityRequirementsTest {
  private static final String DOCUMENT = Sources.text(Sources.document("security-requirements.md"));
  private static final List<Requirement> ROWS =
      MarkdownTable.rows(DOCUMENT, "id", "level", "what", "answer", "proof").stream()
          .map(Requirement::of)
          .toList();
  private static final List<String> ANSWERS =
      List.of(
          "test",
          "setting and test",
          "documented",
          "decided otherwise",
          "host's part",
          "not applicable");
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([a-z-]+\\.md)(#[a-z-]+)?\\)");

  private final TestNames tests = TestNames.ofAllModules();

  record Requirement(String id, String level, String what, String answer, String proof) {
    static Requirement of(List<String> cells) {
      assertThat(cells).as("cells of a row").hasSize(5);
      return new Requirement(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    boolean linksTo(String document) {
      return proof.contains("](" + document);
    }
  }

  /** Ids and levels stand in a file of their own, so that a row cannot be dropped unnoticed. */
  @Test
  void everyRequirementHasOneRowUnderItsLevel() {
    assertThat(ROWS.stream().map(row -> row.id() + "\t" + row.level()))
        .containsExactlyElementsOf(
            Sources.text(Sources.document("security-requirements.ids.tsv")).lines().toList());
  }

  @Test
  void everyAnswerIsOneOfSixAndSaysWhatItIs() {
    for (Requirement row : ROWS) {
      assertThat(row.answer()).as(row.id()).isIn(ANSWERS);
      assertThat(row.what()).as(row.id()).isNotBlank();
      assertThat(row.proof()).as(row.id()).isNotBlank();
    }
  }

  @Test
  void everyTestThatIsNamedIsThere() {
    assertThat(tests.missingFrom(DOCUMENT)).isEmpty();
  }

  @Test
  void whatIsAnsweredByATestNamesOne() {
    assertThat(
            ROWS.stream()
                .filter(row -> row.answer().endsWith("test"))
                .filter(row -> TestNames.namedIn(row.proof()).isEmpty()))
        .isEmpty();
  }

  @Test
  void whatIsDecidedOrDocumentedSaysWhere() {
    assertThat(
            ROWS.stream()
                .filter(row -> row.answer().equals("decided otherwise"))
                .filter(row -> !row.linksTo("decisions.md")))
        .isEmpty();
    assertThat(
            ROWS.stream()
                .filter(row -> Set.of("documented", "host's part").contains(row.answer()))
                .filter(row -> !row.linksTo("security.md#")))
        .isEmpty();
  }

  @Test
  void everyLinkLeadsSomewhere() {
    for (Matcher link = LINK.matcher(DOCUMENT); link.find(); ) {
      String text = Sources.text(Sources.document(link.group(2)));
      String target =
          link.group(3) != null
              ? link.group(3)
              : link.group(2).equals("decisions.md") ? "#" + link.group(1) : "";
      assertThat(anchors(text)).as(link.group()).contains(target);
    }
  }

  /** Those of the headings, and of decisions by their mark. */
  private static Set<String> anchors(String markdown) {
    Set<String> anchors = new TreeSet<>(Set.of(""));
    Matcher headings = Pattern.compile("(?m)^#+ (.+)$").matcher(markdown);
    while (headings.find()) {
      String words = headings.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "");
      anchors.add("#" + words.replace(' ', '-'));
      anchors.add("#" + headings.group(1).split("[: ]", 2)[0]);
    }
    return anchors;
  }

  @Test
  void theCountsAreTrue() {
    List<String> levels = ROWS.stream().map(row -> group(row.level())).distinct().toList();
    List<List<String>> expected = new ArrayList<>();
    for (String level : levels) {
      expected.add(counts(level, ROWS.stream().filter(row -> group(row.level()).equals(level))));
    }
    expected.add(counts("all", ROWS.stream()));
    List<String> columns = new ArrayList<>(List.of("level"));
    columns.addAll(ANSWERS);
    columns.add("all");
    assertThat(MarkdownTable.rows(DOCUMENT, columns.toArray(String[]::new))).isEqualTo(expected);
  }

  /** ASVS has its three levels; the words of NIST and the RFCs are counted together. */
  private static String group(String level) {
    return level.matches("L[123]") ? "ASVS " + level : "other";
  }

  private static List<String> counts(String level, Stream<Requirement> rows) {
    Map<String, Integer> byAnswer = new LinkedHashMap<>();
    ANSWERS.forEach(answer -> byAnswer.put(answer, 0));
    rows.forEach(row -> byAnswer.merge(row.answer(), 1, Integer::sum));
    List<String> line = new ArrayList<>(List.of(level));
    byAnswer.values().forEach(count -> line.add(count.toString()));
    line.add(Integer.toString(byAnswer.values().stream().mapToInt(Integer::intValue).sum()));
    return line;
  }

  /** Of ASVS, only the third level may be left to a decision or to no test at all. */
  @Test
  void everyDecisionOfTheFirstLevelsHasATestOfWhatIsDecided() {
    assertThat(
            ROWS.stream()
                .filter(row -> row.id().startsWith("ASVS") && row.level().matches("L[12]"))
                .filter(row -> row.answer().equals("decided otherwise"))
                .filter(row -> TestNames.namedIn(row.proof()).isEmpty()))
        .isEmpty();
  }
}
