package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page's files are made of. */
class PageTest {
  private static final Path FOLDER = Path.of("src/main/resources/com/thogits/auth/example/page");

  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*? from '([^']+)';");
  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(/[^\"]*)\"");
  private static final Pattern DEFINED_PROPERTY = Pattern.compile("(?m)^\\s+(--[a-z0-9-]+):");
  private static final Pattern USED_PROPERTY = Pattern.compile("var\\((--[a-z0-9-]+)\\)");

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String text(List<Path> files) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      text.append(Files.readString(file)).append('\n');
    }
    return text.toString();
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyFileIsServedAndNothingElse() throws IOException {
    Set<String> paths = new TreeSet<>(Set.of("/"));
    for (String ending : List.of(".js", ".css", ".svg")) {
      files(ending).forEach(file -> paths.add("/page/" + FOLDER.relativize(file)));
    }
    assertThat(files("")).filteredOn(Files::isRegularFile).hasSameSizeAs(paths);
    assertThat(new Page().paths()).containsExactlyInAnyOrderElementsOf(paths);
  }

  @Test
  void everyScriptIsImportedBySomebody() throws IOException {
    Set<String> imported = new TreeSet<>(Set.of("script/app.js"));
    for (Path file : files(".js")) {
      for (String name : found(IMPORT, Files.readString(file))) {
        imported.add(FOLDER.relativize(file.resolveSibling(name).normalize()).toString());
      }
    }
    assertThat(files(".js").stream().map(file -> FOLDER.relativize(file).toString()))
        .containsExactlyInAnyOrderElementsOf(imported);
  }

  @Test
  void whatTheDocumentRefersToIsThere() throws IOException {
    assertThat(found(REFERENCE, text(files(".html")))).isNotEmpty().isSubsetOf(new Page().paths());
  }

  /** The policy forbids all of this; here it is found before anybody opens the page. */
  @Test
  void textNeverBecomesMarkupScriptOrStyle() throws IOException {
    assertThat(text(files(".js")))
        .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc")
        .doesNotContainPattern("\\beval\\(|new Function|setHTML|DOMParser|javascript:")
        .doesNotContainPattern("\\.style\\b|cssText|setTimeout\\(['\"]");
    assertThat(text(files(".html"))).doesNotContainPattern("<style|style=|\\son[a-z]+=|<script>");
  }

  @Test
  void nothingComesFromElsewhere() throws IOException {
    String all = text(files(".js")) + text(files(".html")) + text(files(".css"));
    assertThat(all).doesNotContainPattern("https?:|url\\(|@import|\\bimport\\(");
  }

  /**
   * Until when a second step is open is all that is kept, and only for as long as the tab lives.
   */
  @Test
  void theBrowserKeepsNoSecret() throws IOException {
    String scripts = text(files(".js"));
    assertThat(scripts).doesNotContain("localStorage", "indexedDB", "document.cookie", "caches.");
    assertThat(found(Pattern.compile("sessionStorage\\.\\w+\\((\\w+)"), scripts))
        .containsExactly("SECOND_STEP_UNTIL");
  }

  @Test
  void everyPropertyOfTheStylesIsDefinedAndUsed() throws IOException {
    String styles = text(files(".css"));
    assertThat(found(USED_PROPERTY, styles)).isEqualTo(found(DEFINED_PROPERTY, styles));
  }
}
