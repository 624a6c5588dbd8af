package com.thogits.auth.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fenced blocks of README.md and of everything under docs. */
public final class CodeBlocks {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```([\\w-]*)(?: (\\S+))?(?: (\\S+))?$\n([\\s\\S]*?)^```$", Pattern.MULTILINE);

  private CodeBlocks() {}

  /**
   * Those that name this test, in their order.
   *
   * @param test as in {@code example/CurlWalkIT}
   */
  public static List<CodeBlock> runBy(String test) {
    List<CodeBlock> blocks = all().stream().filter(block -> block.source().equals(test)).toList();
    if (blocks.isEmpty()) {
      throw new AssertionError("no document has a block for " + test);
    }
    return blocks;
  }

  /** The one of this test with this name. */
  public static CodeBlock runBy(String test, String name) {
    List<CodeBlock> named =
        runBy(test).stream().filter(block -> block.name().equals(name)).toList();
    if (named.size() != 1) {
      throw new AssertionError(named.size() + " blocks are named " + name + " for " + test);
    }
    return named.get(0);
  }

  /** Those of all documents. */
  public static List<CodeBlock> all() {
    return documents().stream().flatMap(file -> of(file).stream()).toList();
  }

  static List<Path> documents() {
    try (Stream<Path> top = Files.list(Sources.PROJECT);
        Stream<Path> docs = Files.walk(Sources.PROJECT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<CodeBlock> of(Path file) {
    return in(Sources.PROJECT.relativize(file).toString().replace('\\', '/'), Sources.text(file));
  }

  static List<CodeBlock> in(String document, String text) {
    List<CodeBlock> blocks = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(text).results().toList()) {
      int line = 1 + (int) text.substring(0, block.start()).lines().count();
      blocks.add(
          new CodeBlock(
              document,
              line,
              block.group(1),
              orEmpty(block.group(2)),
              orEmpty(block.group(3)),
              block.group(4)));
    }
    return blocks;
  }

  private static String orEmpty(String group) {
    return group == null ? "" : group;
  }
}
