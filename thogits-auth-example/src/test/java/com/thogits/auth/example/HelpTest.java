package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  static final int COLUMNS = 80;

  /** A screen has 24, and the next prompt is one. */
  static final int LINES = 23;

  private static String text(String resource) throws IOException {
    try (InputStream text = Main.class.getResourceAsStream(resource)) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"help.txt", "admin-help.txt", "copy-help.txt", "fill-help.txt"})
  void fitsAScreenAndIsPlainText(String resource) throws IOException {
    assertThat(text(resource).lines())
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(LINES)
        .allMatch(line -> line.length() <= COLUMNS)
        .allMatch(line -> line.matches("[ -~]*"));
  }

  @ParameterizedTest
  @CsvSource({
    "help.txt, the server",
    "admin-help.txt, `admin`",
    "copy-help.txt, `copy`",
    "fill-help.txt, `fill`"
  })
  void tellsTheExitCodesThatTheDocumentTells(String resource, String command) throws IOException {
    String help = text(resource);
    String row =
        Files.readAllLines(Path.of("..", "docs", "operating.md")).stream()
            .filter(line -> line.startsWith("| " + command + " |"))
            .findFirst()
            .orElseThrow();
    assertThat(codes(row)).isNotEmpty().isEqualTo(codes(help.substring(help.indexOf("Exit: "))));
  }

  private static List<String> codes(String text) {
    Matcher codes = Pattern.compile("\\b\\d{1,3}\\b").matcher(text);
    return codes.results().map(found -> found.group()).sorted().toList();
  }

  @Test
  void theServersNamesTheOthers() throws IOException {
    assertThat(text("help.txt")).contains("admin", "copy", "fill");
  }
}
