package com.thogits.auth.requirements;

/**
 * One fenced block of a document.
 *
 * @param document its path in the project
 * @param line where its fence opens
 * @param language the word behind the fence
 * @param source what follows that word: a file that the block is cut from, or the test that runs
 *     it; empty if nobody is named
 * @param name a word more, by which the test tells its blocks apart; may be empty
 * @param text what stands between the fences
 */
public record CodeBlock(
    String document, int line, String language, String source, String name, String text) {
  /** The JSON or text below a command, which is what it answers. */
  public boolean isAnswer() {
    return language.equals("json") || language.equals("text");
  }

  boolean namesAFile() {
    return source.contains("/") && source.contains(".");
  }

  String place() {
    return document + ":" + line;
  }
}
