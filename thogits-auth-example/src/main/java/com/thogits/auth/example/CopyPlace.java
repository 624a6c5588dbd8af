package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;
import static com.thogits.auth.example.StartException.wrongUsage;

import com.thogits.auth.example.DatabaseLocation.DataFolder;
import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a copy comes from and where it goes: a data folder or a JDBC URL with its user. */
enum CopyPlace {
  FROM,
  TO;

  private static final String JDBC = "jdbc:";

  /** As it is typed. */
  String option() {
    return "--" + name().toLowerCase(Locale.ROOT);
  }

  DatabaseLocation parse(CommandLine line, Map<String, String> environment) throws StartException {
    String place =
        line.value(option()).orElseThrow(() -> wrongUsage("copy needs --from=... and --to=..."));
    Optional<String> user = find(line, environment, "user");
    Optional<String> password = find(line, environment, "password");
    if (place.startsWith(JDBC)) {
      return new JdbcUrl(place, user.orElse(""), password.orElse(""));
    }
    if (line.has(option() + "-user") || line.has(option() + "-password")) {
      throw wrongUsage("a database user or password needs a JDBC URL as " + option());
    }
    try {
      return new DataFolder(Path.of(place).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw wrongUsage(option() + " is neither a JDBC URL nor a path");
    }
  }

  private Optional<String> find(
      CommandLine line, Map<String, String> environment, String credential) {
    String variable = "THOGITS_" + name() + "_" + credential.toUpperCase(Locale.ROOT);
    return line.value(option() + "-" + credential)
        .or(() -> Optional.ofNullable(environment.get(variable)).filter(text -> !text.isEmpty()));
  }

  /** Connects; an error says which of the two it is about. */
  Database connect(DatabaseLocation location) throws StartException {
    try {
      return Database.connect(this == FROM ? existing(location) : location);
    } catch (StartException e) {
      throw e.about(option());
    }
  }

  /** A mistyped source must not become an empty database. */
  private static DatabaseLocation existing(DatabaseLocation location) throws StartException {
    if (location instanceof DataFolder data && !H2File.isIn(data.folder())) {
      throw cannotStart("there is no database in " + data.folder());
    }
    return location instanceof JdbcUrl jdbc && jdbc.url().startsWith("jdbc:h2:")
        ? new JdbcUrl(jdbc.url() + ";IFEXISTS=TRUE", jdbc.user(), jdbc.password())
        : location;
  }
}
