package com.thogits.auth.example;

import java.util.StringJoiner;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A record on one line, so that line-based tools read the log and nobody can forge a record with a
 * line break: time in UTC, level, logger, message. Exceptions follow, each cause with the place it
 * came from.
 */
public final class LogLine extends Formatter {
  private static final int MOST_CAUSES = 10;

  /** Made by name, from logging.properties. */
  public LogLine() {}

  @Override
  public String format(LogRecord logged) {
    StringJoiner line = new StringJoiner(" ");
    line.add(logged.getInstant().toString());
    line.add(logged.getLevel().getName());
    line.add(String.valueOf(logged.getLoggerName()));
    line.add(formatMessage(logged));
    Throwable cause = logged.getThrown();
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      line.add("| " + cause + place(cause));
      cause = cause.getCause();
    }
    return line.toString().replaceAll("\\p{Cntrl}+", " ") + System.lineSeparator();
  }

  private static String place(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
