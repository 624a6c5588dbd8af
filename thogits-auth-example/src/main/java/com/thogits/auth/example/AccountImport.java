package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import com.thogits.auth.AuthException;
import com.thogits.auth.AuthOperator;
import com.thogits.auth.password.Argon2id;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Imports accounts from a file, one JSON object a line. A line that is wrong, or whose e-mail is
 * taken, is left out and told by its number; no message repeats what a line holds.
 */
final class AccountImport {
  private final AuthOperator operator;
  private final PrintStream errors;
  private final ImportLine format;
  private final ProgressLine progress;

  /**
   * @throws StartException if the library that judges password hashes is not there
   */
  AccountImport(AuthOperator operator, PrintStream errors) throws StartException {
    this.operator = operator;
    this.errors = errors;
    this.progress = new ProgressLine(errors, Clock.systemUTC());
    try {
      this.format = new ImportLine(new Argon2id(new SecureRandom()), Clock.systemUTC());
    } catch (IllegalStateException e) {
      throw cannotStart(String.valueOf(e.getMessage()));
    }
  }

  Counts read(Path file) throws StartException {
    int imported = 0;
    int leftOut = 0;
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        if (isImported(line, number)) {
          imported++;
        } else {
          leftOut++;
        }
        progress.at("importing", "accounts", imported);
      }
    } catch (CharacterCodingException e) {
      throw cannotStart(file + " is not UTF-8; imported so far: " + imported);
    } catch (IOException e) {
      throw cannotStart("cannot read " + file + FileErrors.reason(e));
    }
    return new Counts(imported, leftOut);
  }

  private boolean isImported(String line, int number) {
    try {
      if (operator.importAccount(format.parse(line)).isPresent()) {
        return true;
      }
      errors.println("line " + number + ": the e-mail is taken");
    } catch (IllegalArgumentException | AuthException e) {
      errors.println("line " + number + ": " + e.getMessage());
    }
    return false;
  }

  /** How many lines became accounts, and how many did not. */
  record Counts(int imported, int leftOut) {}
}
