package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.wrongUsage;

import java.util.List;
import java.util.Locale;

/** What the operator can ask for. */
enum AdminCommand {
  FIND("EMAIL"),
  END_SESSIONS("EMAIL"),
  TOTP_OFF("EMAIL"),
  CLEAR_ATTEMPTS("EMAIL"),
  REQUIRE_NEW_PASSWORD("EMAIL"),
  DELETE("EMAIL"),
  END_ALL_SESSIONS(""),
  FORGET_KEY("ID"),
  IMPORT("FILE");

  private static final String YES = "--yes";

  private final String argument;

  AdminCommand(String argument) {
    this.argument = argument;
  }

  /** As it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private boolean needsConfirmation() {
    return this == DELETE || this == END_ALL_SESSIONS;
  }

  /** The command with what it needs, checked. */
  static Request parse(CommandLine line) throws StartException {
    List<String> words = line.words();
    if (words.isEmpty()) {
      throw wrongUsage("admin needs a command");
    }
    AdminCommand command = named(words.get(0));
    if (words.size() != (command.argument.isEmpty() ? 1 : 2)) {
      throw wrongUsage("usage: admin " + (command.word() + " " + command.argument).strip());
    }
    if (command.needsConfirmation() && !line.has(YES)) {
      throw wrongUsage(command.word() + " can't be undone and needs " + YES);
    }
    return new Request(command, words.get(words.size() - 1));
  }

  private static AdminCommand named(String word) throws StartException {
    for (AdminCommand command : values()) {
      if (command.word().equals(word)) {
        return command;
      }
    }
    throw wrongUsage("there is no such admin command");
  }

  /**
   * One command.
   *
   * @param argument the e-mail, the key's id or the file, where the command takes one
   */
  record Request(AdminCommand command, String argument) {}
}
