package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.wrongUsage;

import com.thogits.auth.example.DatabaseLocation.DataFolder;
import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept, and where: the same for the server and for the operator's commands.
 *
 * @param keyFile absolute
 * @param auditLog absolute; empty for standard output
 */
record Storage(DatabaseLocation database, Path keyFile, Optional<Path> auditLog) {
  private static final String FOLDER = "thogits-data";
  private static final String STANDARD_OUTPUT = "-";

  /** Reads the options; what is not given as an option comes from its environment variable. */
  static Storage parse(CommandLine line, Map<String, String> environment) throws StartException {
    Source source = new Source(line, environment);
    DatabaseLocation database = database(line, source);
    Path folder = database instanceof DataFolder data ? data.folder() : path("--data-dir", FOLDER);
    Optional<String> keyFile = source.find("--key-file", "THOGITS_KEY_FILE");
    Optional<String> auditLog = line.value("--audit-log");
    return new Storage(
        database,
        keyFile.isPresent() ? file("--key-file", keyFile.get()) : folder.resolve("keys"),
        auditLog.isPresent() ? auditLog(auditLog.get()) : Optional.of(folder.resolve("audit.log")));
  }

  private static Optional<Path> auditLog(String text) throws StartException {
    return text.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(file("--audit-log", text));
  }

  private static DatabaseLocation database(CommandLine line, Source source) throws StartException {
    Optional<String> folder = line.value("--data-dir");
    if (folder.isPresent()) {
      for (String option : List.of("--jdbc-url", "--jdbc-user", "--jdbc-password")) {
        if (line.has(option)) {
          throw wrongUsage("--data-dir and " + option + " exclude each other");
        }
      }
      return new DataFolder(path("--data-dir", folder.get()));
    }
    Optional<String> user = source.find("--jdbc-user", "THOGITS_JDBC_USER");
    Optional<String> password = source.find("--jdbc-password", "THOGITS_JDBC_PASSWORD");
    Optional<String> url = source.find("--jdbc-url", "THOGITS_JDBC_URL");
    if (url.isPresent()) {
      return new JdbcUrl(url.get(), user.orElse(""), password.orElse(""));
    }
    if (user.isPresent() || password.isPresent()) {
      throw wrongUsage("a database user or password needs --jdbc-url or THOGITS_JDBC_URL");
    }
    return new DataFolder(path("--data-dir", FOLDER));
  }

  private static Path file(String option, String text) throws StartException {
    Path file = path(option, text);
    if (file.getFileName() == null) {
      throw wrongUsage(option + " is a folder");
    }
    return file;
  }

  private static Path path(String option, String text) throws StartException {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw wrongUsage(option + " is not a path");
    }
  }

  /** An option comes before the environment variable of the same meaning; an empty one is none. */
  private record Source(CommandLine line, Map<String, String> environment) {
    Optional<String> find(String option, String variable) {
      return line.value(option)
          .or(() -> Optional.ofNullable(environment.get(variable)).filter(text -> !text.isEmpty()));
    }
  }
}
