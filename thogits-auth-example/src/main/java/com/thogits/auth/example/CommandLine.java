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
          "--allowed-origin");
  private static final Set<String> ALONE = Set.of("--help", "--insecure-cookies");
  private static final Set<String> REPEATABLE = Set.of("--allowed-origin");

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private CommandLine() {}

  static CommandLine parse(List<String> arguments) throws StartException {
    CommandLine line = new CommandLine();
    for (int i = 0; i < arguments.size(); i++) {
      line.add(arguments.get(i), i + 1);
    }
    return line;
  }

  private void add(String argument, int position) throws StartException {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    if (!name.startsWith("--")) {
      throw wrongUsage("argument " + position + " is not an option");
    }
    if (ALONE.contains(name)) {
      if (equals >= 0) {
        throw wrongUsage(name + " takes no value");
      }
    } else if (!WITH_VALUE.contains(name)) {
      throw wrongUsage("there is no option " + name);
    } else if (equals < 0 || equals == argument.length() - 1) {
      throw wrongUsage(name + " needs a value: " + name + "=...");
    }
    List<String> given = values.computeIfAbsent(name, first -> new ArrayList<>());
    if (!given.isEmpty() && !REPEATABLE.contains(name)) {
      throw wrongUsage(name + " is given twice");
    }
    given.add(argument.substring(equals + 1));
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
