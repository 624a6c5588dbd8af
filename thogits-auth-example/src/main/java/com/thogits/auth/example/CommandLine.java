package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.wrongUsage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments, taken apart. No message quotes a value, since what was meant as a password may
 * stand anywhere.
 */
final class CommandLine {
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--port",
          "--host",
          "--data-dir",
          "--jdbc-url",
          "--jdbc-user",
          "--jdbc-password",
          "--key-file",
          "--audit-log",
          "--login-failures-per-address",
          "--registrations-per-address",
          "--trusted-proxy",
          "--allowed-origin");
  private static final Set<String> ALONE = Set.of("--help", "--insecure-cookies", "--yes");
  private static final Set<String> REPEATABLE = Set.of("--allowed-origin", "--trusted-proxy");
  private static final Set<String> OF_ADMIN =
      Set.of(
          "--data-dir",
          "--jdbc-url",
          "--jdbc-user",
          "--jdbc-password",
          "--key-file",
          "--audit-log",
          "--yes",
          "--help");

  private static final Set<String> OF_COPY =
      Set.of(
          "--from",
          "--from-user",
          "--from-password",
          "--to",
          "--to-user",
          "--to-password",
          "--help");
  private static final Set<String> OF_FILL =
      Set.of(
          "--data-dir",
          "--jdbc-url",
          "--jdbc-user",
          "--jdbc-password",
          "--accounts",
          "--sessions",
          "--password",
          "--tokens",
          "--help");

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();
  private final Task task;

  private CommandLine(Task task) {
    this.task = task;
  }

  /** What the first argument asks for; without one of these words, the server. */
  enum Task {
    SERVE,
    ADMIN,
    COPY,
    FILL
  }

  static CommandLine parse(List<String> arguments) throws StartException {
    Task task = arguments.isEmpty() ? Task.SERVE : named(arguments.get(0));
    CommandLine line = new CommandLine(task);
    for (int i = task == Task.SERVE ? 0 : 1; i < arguments.size(); i++) {
      line.add(arguments.get(i), i + 1);
    }
    return line;
  }

  private static Task named(String word) {
    return switch (word) {
      case "admin" -> Task.ADMIN;
      case "copy" -> Task.COPY;
      case "fill" -> Task.FILL;
      default -> Task.SERVE;
    };
  }

  private void add(String argument, int position) throws StartException {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    if (!name.startsWith("--")) {
      if (task != Task.ADMIN) {
        throw wrongUsage("argument " + position + " is not an option");
      }
      words.add(argument);
      return;
    }
    if (!isKnown(name)) {
      throw wrongUsage("there is no option " + name);
    }
    if (ALONE.contains(name)) {
      if (equals >= 0) {
        throw wrongUsage(name + " takes no value");
      }
    } else if (equals < 0 || equals == argument.length() - 1) {
      throw wrongUsage(name + " needs a value: " + name + "=...");
    }
    List<String> given = values.computeIfAbsent(name, first -> new ArrayList<>());
    if (!given.isEmpty() && !REPEATABLE.contains(name)) {
      throw wrongUsage(name + " is given twice");
    }
    given.add(argument.substring(equals + 1));
  }

  private boolean isKnown(String name) {
    return switch (task) {
      case SERVE -> WITH_VALUE.contains(name) || (ALONE.contains(name) && !name.equals("--yes"));
      case ADMIN -> OF_ADMIN.contains(name);
      case COPY -> OF_COPY.contains(name);
      case FILL -> OF_FILL.contains(name);
    };
  }

  /** What is asked for. */
  Task task() {
    return task;
  }

  /** What is no option, in its order; only admin has any. */
  List<String> words() {
    return List.copyOf(words);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> value(String name) {
    return all(name).stream().findFirst();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
