package com.thogits.auth.example;

/** Why the server does not start: one line for whoever started it, and the exit code. */
final class StartException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  private final int exitCode;

  private StartException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The options are right, but something they name can't be used. */
  static StartException cannotStart(String message) {
    return new StartException(CANNOT_START, message);
  }

  /** The options are wrong. */
  static StartException wrongUsage(String message) {
    return new StartException(WRONG_USAGE, message + "; --help lists the options");
  }

  /** The same, with the name of what it is about in front. */
  StartException about(String subject) {
    return new StartException(exitCode, subject + ": " + getMessage());
  }

  int exitCode() {
    return exitCode;
  }

  /** The reason without line breaks, whatever it quotes. */
  String line() {
    return String.valueOf(getMessage()).replaceAll("\\p{Cntrl}+", " ");
  }
}
