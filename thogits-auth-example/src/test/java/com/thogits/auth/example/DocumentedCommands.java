package com.thogits.auth.example;

import com.thogits.auth.requirements.CodeBlock;
import com.thogits.auth.requirements.CodeBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands of a document with the answers shown below them, in their order. */
final class DocumentedCommands {
  private DocumentedCommands() {}

  /** Those whose blocks name this test. */
  static List<Command> of(String test) {
    List<Command> commands = new ArrayList<>();
    for (CodeBlock block : CodeBlocks.runBy(test)) {
      if (block.isAnswer()) {
        Command asked = commands.remove(commands.size() - 1);
        commands.add(new Command(asked.text(), Optional.of(block.text())));
      } else {
        commands.add(new Command(block.text(), Optional.empty()));
      }
    }
    return commands;
  }

  /**
   * One fenced command.
   *
   * @param text what goes into a shell
   * @param answer what is shown below it, if anything
   */
  record Command(String text, Optional<String> answer) {
    boolean isCurl() {
      return text.lines().anyMatch(line -> line.startsWith("curl "));
    }
  }
}
