package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.wrongUsage;

import com.thogits.auth.example.DatabaseLocation.DataFolder;
import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import com.thogits.auth.http.HttpSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What whoever starts the server chooses.
 *
 * @param port 0 picks a free one
 */
record Options(String host, int port, DatabaseLocation database, HttpSettings http) {
  private static final int LAST_PORT = 65535;

  /**
   * Reads the options; for the database, what is not given as an option comes from THOGITS_JDBC_*.
   */
  static Options parse(CommandLine line, Map<String, String> environment) throws StartException {
    return new Options(
        line.value("--host").orElse("localhost"),
        port(line.value("--port").orElse("8080")),
        database(line, environment),
        http(line));
  }

  private static HttpSettings http(CommandLine line) throws StartException {
    try {
      return new HttpSettings(
          line.has("--insecure-cookies"), new HashSet<>(line.all("--allowed-origin")));
    } catch (IllegalArgumentException e) {
      throw wrongUsage("--allowed-origin must be an origin like https://app.example.com");
    }
  }

  private static int port(String text) throws StartException {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port <= LAST_PORT) {
        return port;
      }
    }
    throw wrongUsage("--port must be a number from 0 to " + LAST_PORT);
  }

  private static DatabaseLocation database(CommandLine line, Map<String, String> environment)
      throws StartException {
    Optional<String> folder = line.value("--data-dir");
    if (folder.isPresent()) {
      for (String option : List.of("--jdbc-url", "--jdbc-user", "--jdbc-password")) {
        if (line.has(option)) {
          throw wrongUsage("--data-dir and " + option + " exclude each other");
        }
      }
      return new DataFolder(path(folder.get()));
    }
    JdbcSource source = new JdbcSource(line, environment);
    Optional<String> user = source.find("--jdbc-user", "THOGITS_JDBC_USER");
    Optional<String> password = source.find("--jdbc-password", "THOGITS_JDBC_PASSWORD");
    Optional<String> url = source.find("--jdbc-url", "THOGITS_JDBC_URL");
    if (url.isPresent()) {
      return new JdbcUrl(url.get(), user.orElse(""), password.orElse(""));
    }
    if (user.isPresent() || password.isPresent()) {
      throw wrongUsage("a database user or password needs --jdbc-url or THOGITS_JDBC_URL");
    }
    return new DataFolder(path("thogits-data"));
  }

  private static Path path(String text) throws StartException {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw wrongUsage("--data-dir is not a path");
    }
  }

  /** An option comes before the environment variable of the same meaning; an empty one is none. */
  private record JdbcSource(CommandLine line, Map<String, String> environment) {
    Optional<String> find(String option, String variable) {
      return line.value(option)
          .or(() -> Optional.ofNullable(environment.get(variable)).filter(text -> !text.isEmpty()));
    }
  }
}
