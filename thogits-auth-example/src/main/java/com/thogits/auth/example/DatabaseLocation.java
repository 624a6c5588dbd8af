package com.thogits.auth.example;

import java.nio.file.Path;

/** Where the accounts are kept. */
sealed interface DatabaseLocation {

  /** An H2 database of the server's own in this folder. */
  record DataFolder(Path folder) implements DatabaseLocation {}

  /** Any database that a driver in the jar speaks with: PostgreSQL or H2. */
  record JdbcUrl(String url, String user, String password) implements DatabaseLocation {

    /** Shows nothing: a URL can carry a password as well. */
    @Override
    public String toString() {
      return "JdbcUrl[redacted]";
    }
  }
}
