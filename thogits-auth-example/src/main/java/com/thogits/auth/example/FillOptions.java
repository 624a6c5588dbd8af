package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.wrongUsage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What a database is to be filled with.
 *
 * @param passwordIsNew whether nobody has chosen the password, so that it has to be told
 * @param tokens where a sample of session tokens is written to
 */
record FillOptions(
    DatabaseLocation database,
    int accounts,
    int sessions,
    String password,
    boolean passwordIsNew,
    Optional<Path> tokens) {
  private static final int MOST = 100_000_000;
  private static final int PASSWORD_BYTES = 12;

  static FillOptions parse(CommandLine line, Map<String, String> environment, SecureRandom random)
      throws StartException {
    Optional<String> chosen = line.value("--password");
    return new FillOptions(
        Storage.parse(line, environment).database(),
        number(line, "--accounts", 1_000_000, 1),
        number(line, "--sessions", 2_000_000, 0),
        chosen.orElseGet(() -> password(random)),
        chosen.isEmpty(),
        tokens(line));
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private static int number(CommandLine line, String option, int otherwise, int least)
      throws StartException {
    Optional<String> text = line.value(option);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.get().matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= MOST) {
        return number;
      }
    }
    throw wrongUsage(option + " must be a number from " + least + " to " + MOST);
  }

  private static Optional<Path> tokens(CommandLine line) throws StartException {
    try {
      return line.value("--tokens").map(text -> Path.of(text).toAbsolutePath());
    } catch (InvalidPathException e) {
      throw wrongUsage("--tokens is not a path");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "FillOptions[accounts=" + accounts + ", sessions=" + sessions + "]";
  }
}
