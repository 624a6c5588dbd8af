package com.thogits.auth.example;

import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import java.sql.SQLException;

/** Says what a driver complains about, in one line and without what must not be shown. */
final class DatabaseErrors {
  private static final int H2_ALREADY_OPEN = 90020;
  private static final String SQLSTATE_WRONG_PASSWORD = "28";

  private DatabaseErrors() {}

  static String explain(SQLException error, JdbcUrl jdbc) {
    if (error.getErrorCode() == H2_ALREADY_OPEN) {
      return "the database is in use by another process; stop that first";
    }
    String state = String.valueOf(error.getSQLState());
    if (state.startsWith(SQLSTATE_WRONG_PASSWORD)) {
      return "the database refuses this user and password";
    }
    return "cannot open the database: " + sayable(String.valueOf(error.getMessage()), jdbc);
  }

  private static String sayable(String message, JdbcUrl jdbc) {
    String text = message.lines().findFirst().orElse("").replace(jdbc.url(), "(URL)");
    if (!jdbc.password().isEmpty()) {
      text = text.replace(jdbc.password(), "(password)");
    }
    return text.replaceAll("(?i)(passw\\w*|pwd|secret)=[^;&\"\\s]*", "$1=(hidden)");
  }
}
