package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of README.md's walk, in their order. */
final class ReadmeWalk {
  private static final Pattern SECTION =
      Pattern.compile("^## The documented walk$(.*?)(?=^## |\\z)", flags());
  private static final Pattern FENCE = Pattern.compile("^```(bash|json)$\n(.*?)^```$", flags());

  private ReadmeWalk() {}

  static List<Command> commands() throws IOException {
    Matcher section = SECTION.matcher(Files.readString(Path.of("..", "README.md")));
    assertThat(section.find()).as("README.md has the section The documented walk").isTrue();
    List<Command> commands = new ArrayList<>();
    Matcher fence = FENCE.matcher(section.group(1));
    while (fence.find()) {
      String text = fence.group(2);
      if (fence.group(1).equals("bash")) {
        commands.add(new Command(text, Optional.empty()));
      } else {
        Command asked = commands.remove(commands.size() - 1);
        commands.add(new Command(asked.text(), Optional.of(text)));
      }
    }
    return commands;
  }

  private static int flags() {
    return Pattern.MULTILINE | Pattern.DOTALL;
  }

  /**
   * One fenced command.
   *
   * @param text what goes into a shell
   * @param answer the JSON shown below it, if any
   */
  record Command(String text, Optional<String> answer) {
    boolean isCurl() {
      return text.lines().anyMatch(line -> line.startsWith("curl "));
    }
  }
}
