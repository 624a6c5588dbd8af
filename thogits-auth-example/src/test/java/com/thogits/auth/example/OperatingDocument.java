package com.thogits.auth.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of docs/operating.md. */
final class OperatingDocument {
  private static final Path FILE = Path.of("..", "docs", "operating.md");

  private OperatingDocument() {}

  /** Those of the block with this name behind its {@code sh}. */
  static String commands(String name) throws IOException {
    Matcher block =
        Pattern.compile("```sh " + name + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(FILE));
    if (!block.find()) {
      throw new AssertionError(FILE + " has no commands for " + name);
    }
    return block.group(1);
  }
}
